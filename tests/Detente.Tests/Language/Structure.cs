using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Detente.Tests.Language;

/// <summary>The structure of a value as text: type names and public properties, lists in order. Equal structure, equal text.</summary>
internal static class Structure
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string or bool or Enum:
                text.Append('"').Append(value).Append('"');
                break;
            case IFormattable scalar when value is int or double or DateOnly:
                text.Append(scalar.ToString(value is double ? "R" : null, CultureInfo.InvariantCulture));
                break;
            case IEnumerable list:
                foreach (var item in list)
                {
                    Line(text, depth + 1).Append("- ");
                    Append(text, item, depth + 1);
                }

                break;
            default:
                text.Append(value.GetType().Name);
                var members = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
                    .Select(property => (property.Name, Value: property.GetValue(value)))
                    .Concat(value.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => (field.Name, Value: field.GetValue(value))));
                foreach (var (name, member) in members)
                {
                    Line(text, depth + 1).Append(name).Append(": ");
                    Append(text, member, depth + 1);
                }

                break;
        }
    }

    private static StringBuilder Line(StringBuilder text, int depth) => text.Append('\n').Append(' ', 2 * depth);
}
