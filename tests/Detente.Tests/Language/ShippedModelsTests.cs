using System.Text;
using System.Text.RegularExpressions;
using Detente.Language;
using Detente.Models;

namespace Detente.Tests.Language;

/// <summary>The canonical text and the hash of the models that are shipped.</summary>
public sealed class ShippedModelsTests
{
    public static TheoryData<string> Names { get; } = [.. Directory.EnumerateDirectories(RepositoryRoot.Combine("models")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    private static Model Read(string path)
    {
        var reading = ModelText.Read(path);
        Assert.True(reading.Model is not null, string.Join('\n', reading.Diagnostics));
        return reading.Model;
    }

    private static Model Shipped(string name) => Read(RepositoryRoot.Combine("models", name));

    private static Model Parsed(string text)
    {
        var reading = ModelText.Parse(text);
        Assert.True(reading.Model is not null, string.Join('\n', reading.Diagnostics));
        return reading.Model;
    }

    private static IEnumerable<string> Sections(Model model) =>
        Regex.Split(ModelText.Write(model), "(?=^[a-z]+:)", RegexOptions.Multiline, TimeSpan.FromSeconds(10)).Where(section => section.Length > 0);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_canonical_text_reads_back_to_the_same_model(string name)
    {
        var model = Shipped(name);
        var text = ModelText.Write(model);
        var back = Parsed(text);
        Assert.Equal(Structure.Of(model), Structure.Of(back));
        Assert.Equal(text, ModelText.Write(back));
        Assert.Equal(ModelText.Hash(model), ModelText.Hash(back));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Comments_line_ends_and_the_order_of_sections_do_not_change_the_hash(string name)
    {
        var model = Shipped(name);
        var sections = Sections(model).Reverse();
        var text = string.Concat(sections.Select(section => "# a comment\n" + section.TrimEnd('\n') + "\n")).Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(ModelText.Hash(model), ModelText.Hash(Parsed(text)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Splitting_into_parts_does_not_change_the_hash(string name)
    {
        using var folder = new ScratchFolder();
        var model = Shipped(name);
        var (head, parts) = (new StringBuilder(), new List<string>());
        foreach (var section in Sections(model))
        {
            if (section.Split(':')[0] is "factors" or "influences" or "events" or "measures" or "scenarios" or "claims")
            {
                parts.Add($"part{parts.Count}.yaml");
                folder.Write(parts[^1], section);
            }
            else
            {
                head.Append(section);
            }
        }

        folder.Write("model.yaml", $"include: [{string.Join(", ", parts)}]\n{head}");
        Assert.True(parts.Count > 1);
        Assert.Equal(ModelText.Hash(model), ModelText.Hash(Read(folder.Path)));
    }
}
