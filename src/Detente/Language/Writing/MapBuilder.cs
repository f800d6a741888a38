using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Writing;

/// <summary>Gathers the keys of one element; what is at its default is not added.</summary>
internal sealed class MapBuilder
{
    private readonly List<YamlEntry> _entries = [];

    /// <summary>What was gathered.</summary>
    public YamlMap Map => new(_entries);

    /// <summary>A value, unless it is null.</summary>
    public MapBuilder Add(string key, YamlNode? value)
    {
        if (value is not null)
        {
            _entries.Add(new YamlEntry(key, value));
        }

        return this;
    }

    /// <summary>A word, number or condition on one line, unless it is null.</summary>
    public MapBuilder Add(string key, string? word) => Add(key, word is null ? null : new YamlScalar(word));

    /// <summary>A text of one language, unless it is null.</summary>
    public MapBuilder Text(string key, string? text) => Add(key, text is null ? null : new YamlScalar(text, MayFold: true));

    /// <summary>A text, unless it is null.</summary>
    public MapBuilder Text(string key, LocalizedText? text) => Add(key, text is null ? null : ValueNodes.Localized(text));

    /// <summary>A title, unless it is the name itself.</summary>
    public MapBuilder Title(LocalizedText title, string id) => title == LocalizedText.Same(id) ? this : Text("title", title);

    /// <summary>A word if something holds.</summary>
    public MapBuilder If(bool holds, string key, string word) => holds ? Add(key, word) : this;

    /// <summary>A date, unless it is null.</summary>
    public MapBuilder Date(string key, DateOnly? date) => Add(key, date is { } day ? ScalarText.Date(day) : null);

    /// <summary>A period, unless it is null.</summary>
    public MapBuilder Period(string key, Period? period) => Add(key, period is { } length ? ScalarText.Period(length) : null);

    /// <summary>A number with its range inside, unless it is null or the default.</summary>
    public MapBuilder Estimate(string key, Estimate? estimate, Estimate? byDefault = null) =>
        estimate is { } value && value != byDefault ? Add(key, ValueNodes.Estimate(value)) : this;

    /// <summary>A number with its range beside it.</summary>
    public MapBuilder Ranged(string key, Estimate estimate) =>
        Add(key, ScalarText.Number(estimate.Value)).Add("range", estimate.IsUncertain ? ValueNodes.Range(estimate) : null);

    /// <summary>A period, or <c>never</c> for none, with its range beside it if it has one.</summary>
    public MapBuilder PeriodOrNever(PeriodEstimate? estimate) =>
        Add("value", estimate is { } period ? ScalarText.Period(period.Value) : "never")
            .Add("range", estimate is { } range && (range.Low != range.Value || range.High != range.Value)
                ? YamlList.Of([ScalarText.Period(range.Low), ScalarText.Period(range.High)])
                : null);

    /// <summary>A list, unless it is empty.</summary>
    public MapBuilder List(string key, IEnumerable<YamlNode> items) => YamlList.Of(items) is { Items.Count: > 0 } list ? Add(key, list) : this;

    /// <summary>A list of words, unless it is empty.</summary>
    public MapBuilder List(string key, IEnumerable<string> words) => List(key, words.Select(word => new YamlScalar(word)));

    /// <summary>A map, unless it is empty.</summary>
    public MapBuilder Entries(string key, IEnumerable<(string Key, YamlNode Value)> entries) =>
        entries.Select(entry => new YamlEntry(entry.Key, entry.Value)).ToList() is { Count: > 0 } list ? Add(key, new YamlMap(list)) : this;

    /// <summary>Reason, sources, items and label of an element.</summary>
    public MapBuilder Provenance(Provenance provenance, ImmutableArray<Source> sources)
    {
        var references = provenance.Sources.Select(reference => ValueNodes.Reference(reference, sources)).ToList();
        Text("because", provenance.Because);
        if (references.Count == 1)
        {
            Add("source", references[0]);
        }
        else
        {
            List("source", references);
        }

        List("items", provenance.Items);
        var byDefault = provenance.Sources.IsEmpty ? EvidenceLabel.ExpertJudgement
            : sources[provenance.Sources[0].Source.Index].IsData ? EvidenceLabel.Data
            : EvidenceLabel.QuotedSource;
        return provenance.Label == byDefault ? this : Add("label", provenance.Label switch
        {
            EvidenceLabel.QuotedSource => "quoted-source",
            EvidenceLabel.Data => "data",
            EvidenceLabel.ExpertJudgement => "expert-judgement",
            _ => throw new ArgumentException("An element of a model is never model output.", nameof(provenance)),
        });
    }
}
