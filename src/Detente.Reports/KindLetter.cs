namespace Detente.Reports;

/// <summary>One letter for a kind of future, where there is no room for its title.</summary>
public static class KindLetter
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZΓΔΘΛΞΠΣΦΨΩ";

    /// <summary>A capital letter: A for the first kind declared.</summary>
    /// <param name="kind">The place of the kind, from 0.</param>
    /// <returns>The letter; <c>?</c> from the 37th kind on.</returns>
    public static char Of(int kind) => kind >= 0 && kind < Letters.Length ? Letters[kind] : '?';
}
