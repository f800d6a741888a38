using System.Globalization;
using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>Grounds of the boxes of a tableau, and the ink that is read on them.</summary>
/// <remarks>
/// Ordered states go from light to dark in one hue, so that the order shows in grey and to colour-blind readers. Nominal states take the pale
/// qualitative scheme made for marking table cells (Tol 2021, SRON technical note 09-002); beyond its colours they repeat, and the title tells.
/// Colours that the model gives come before both.
/// </remarks>
internal static class TableauColours
{
    private const double LeastContrast = 4.5;

    private static readonly (int Red, int Green, int Blue)[] Ramp = [(0xf1, 0xf5, 0xf8), (0x8f, 0xb5, 0xd0), (0x1f, 0x4e, 0x70)];

    private static readonly string[] Pale = ["#bbccee", "#eeeebb", "#ccddaa", "#ffcccc", "#cceeff", "#dddddd", "#ffffff"];

    private static readonly string[] Inks = [Canvas.Ink, "#ffffff", "#000000"];

    /// <summary>The ground of a state; white without one.</summary>
    public static string Ground(StateShade? shade) => shade switch
    {
        null => "#ffffff",
        { Colour: { } given } => "#" + given.ToLowerInvariant(),
        { IsOrdered: false } => Pale[shade.Place % Pale.Length],
        _ => OnRamp(shade.Count < 2 ? 0 : shade.Place / (shade.Count - 1.0)),
    };

    /// <summary>The first ink with a contrast of 4.5 to 1 or more; black or white always has it.</summary>
    public static string Ink(string ground) => Inks.First(ink => Contrast(ink, ground) >= LeastContrast);

    /// <summary>The contrast of two colours, 1 to 21 (Web Content Accessibility Guidelines 2.2).</summary>
    public static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>Relative luminance of a colour, 0 to 1.</summary>
    public static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    private static string OnRamp(double height)
    {
        var place = height * (Ramp.Length - 1);
        var from = Math.Min((int)place, Ramp.Length - 2);
        var (a, b, part) = (Ramp[from], Ramp[from + 1], place - from);
        string Mixed(int low, int high) => ((int)Math.Round(low + ((high - low) * part))).ToString("x2", CultureInfo.InvariantCulture);
        return "#" + Mixed(a.Red, b.Red) + Mixed(a.Green, b.Green) + Mixed(a.Blue, b.Blue);
    }
}
