using Detente.Models;

namespace Detente.Language.Exchange;

/// <summary>Messages with numbers in them, written alike on every machine.</summary>
internal static class Invariant
{
    /// <summary>The message.</summary>
    public static LocalizedText Text(FormattableString english, FormattableString german) => new(FormattableString.Invariant(english), FormattableString.Invariant(german));
}
