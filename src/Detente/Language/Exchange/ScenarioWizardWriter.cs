using System.Globalization;
using System.Text;

namespace Detente.Language.Exchange;

/// <summary>Writes a <c>.scw</c> file as ScenarioWizard does: Windows-1252, lines ended by CR LF.</summary>
internal static class ScenarioWizardWriter
{
    /// <summary>The file.</summary>
    /// <param name="matrix">The matrix: whole points, no name with a line end, no character that Windows-1252 does not have.</param>
    public static byte[] Write(CrossImpactMatrix matrix)
    {
        var text = new StringBuilder("$ ScenarioWizard 4.0\n").Append(matrix.Title).Append(".scw\n");
        foreach (var factor in matrix.Factors)
        {
            text.Append('&').Append(factor.Name).Append('\n');
            text.AppendJoin("", factor.States.Select(state => $" -{state.Name}\n"));
        }

        text.Append("#\n");
        foreach (var factor in matrix.Factors)
        {
            text.Append('&').Append(factor.Short).Append('\n');
            text.AppendJoin("", factor.States.Select(state => $" {state.Short}\n"));
        }

        text.Append("#\n#\n");
        text.AppendJoin("", matrix.Factors.SelectMany(factor => factor.States).Select(state => state.Colour + "\n"));
        text.Append("#\n#\n");
        Impacts(text, matrix);
        text.Append("#\n");
        Texts(text, matrix);
        text.Append("#\n#\n").Replace("\n", "\r\n");
        return [.. text.ToString().Select(character => Windows1252.Encode(character) ?? throw new ArgumentException("A character that Windows-1252 does not have.", nameof(matrix)))];
    }

    private static void Impacts(StringBuilder text, CrossImpactMatrix matrix)
    {
        for (var row = 0; row < matrix.StateCount; row++)
        {
            for (var column = 0; column < matrix.StateCount; column++)
            {
                var points = matrix.Hundredths[(row * matrix.StateCount) + column] / 100;
                text.Append(column == 0 ? "" : ",").Append(points < 0 ? "" : " ").Append(points.ToString(CultureInfo.InvariantCulture)).Append(' ');
            }

            text.Append('\n');
        }
    }

    /// <summary>A mark and a text for the project, every factor and every pair, also where there is nothing to say; marks hold the short names.</summary>
    private static void Texts(StringBuilder text, CrossImpactMatrix matrix)
    {
        text.Append("# 0-0\n").Append(Quoted(matrix.ProjectText));
        foreach (var factor in matrix.Factors)
        {
            text.Append("# ").Append(factor.Short).Append('\n').Append(Quoted(factor.Text));
        }

        foreach (var (from, source) in matrix.Factors.Index())
        {
            foreach (var (to, target) in matrix.Factors.Index())
            {
                text.Append("# ").Append(source.Short).Append(" -> ").Append(target.Short).Append('\n').Append(Quoted(matrix.Texts.GetValueOrDefault((from, to), "")));
            }
        }
    }

    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"\n";
}
