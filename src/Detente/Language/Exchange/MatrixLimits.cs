using Detente.Models;

namespace Detente.Language.Exchange;

/// <summary>How large a matrix of another program may be; what is larger is refused at the line where it becomes so.</summary>
internal sealed class MatrixLimits(DiagnosticBag bag)
{
    /// <summary>The most factors: as many influences may act on one factor.</summary>
    public const int MostFactors = 500;

    /// <summary>The most states of one factor.</summary>
    public const int MostStates = 99;

    /// <summary>The most states of all factors together.</summary>
    public const int MostStatesInAll = 2000;

    private int _factors;
    private int _states;
    private int _all;

    /// <summary>Counts one more factor; false, with a diagnostic, when it is one too many.</summary>
    /// <param name="span">Where it stands.</param>
    public bool AddFactor(TextSpan span)
    {
        _states = 0;
        return ++_factors <= MostFactors || Refuse(span, "This file has more than 500 factors; at most 500 are read.", "Diese Datei hat mehr als 500 Faktoren; gelesen werden höchstens 500.");
    }

    /// <summary>Counts one more state of the last factor; false, with a diagnostic, when it is one too many.</summary>
    /// <param name="span">Where it stands.</param>
    public bool AddState(TextSpan span)
    {
        _all++;
        return ++_states > MostStates ? Refuse(span, "This factor has more than 99 states; at most 99 are read.", "Dieser Faktor hat mehr als 99 Zustände; gelesen werden höchstens 99.")
            : _all <= MostStatesInAll || Refuse(span, "The factors of this file have more than 2,000 states together; at most 2,000 are read.", "Die Faktoren dieser Datei haben zusammen mehr als 2000 Zustände; gelesen werden höchstens 2000.");
    }

    private bool Refuse(TextSpan span, string english, string german)
    {
        bag.Add("DT5007", span, new LocalizedText(english, german));
        return false;
    }
}
