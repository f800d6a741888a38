using System.Globalization;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Gives the elements of a list their qualified names: the id written, or what they concern, with <c>#2</c> for the second of the same.</summary>
internal sealed class QualifiedNames(BindingContext context, string section)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextSpan> _ids = new(StringComparer.Ordinal);

    /// <summary>How diagnostics call an element of this list.</summary>
    public string Element(string name) => section + name;

    /// <summary>The name of the next element.</summary>
    /// <param name="fields">Its keys.</param>
    /// <param name="concerns">What it concerns, such as <c>a -> b</c>.</param>
    /// <param name="place">Where it stands.</param>
    public string Next(Fields fields, string concerns, TextSpan place)
    {
        if (fields.Take("id") is { } node && context.Values.Scalar(node, Nouns.Word) is { } id)
        {
            return Named(id.Value);
        }

        var count = _counts[concerns] = _counts.GetValueOrDefault(concerns) + 1;
        var name = count == 1 ? concerns : concerns + "#" + count.ToString(CultureInfo.InvariantCulture);
        context.Put(Element(name), place);
        return name;
    }

    private string Named(LocatedText id)
    {
        using var scope = context.Bag.Within(Element(id.Text));
        context.Declarations.IsWellFormed(id);
        context.Put(Element(id.Text), id.Span);
        if (!_ids.TryAdd(id.Text, id.Span))
        {
            context.Bag.Add(
                "DT2005",
                id.Span,
                new LocalizedText($"“{Values.Short(id.Text)}” is declared twice.", $"„{Values.Short(id.Text)}“ ist zweimal erklärt."),
                [new RelatedPlace(_ids[id.Text], new LocalizedText("It is declared here first.", "Hier ist es zuerst erklärt."))]);
        }

        return id.Text;
    }
}
