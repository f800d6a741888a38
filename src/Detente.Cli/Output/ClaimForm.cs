using Detente.Models;

namespace Detente.Cli.Output;

/// <summary>What a claim asks, in the order of the reports.</summary>
internal enum ClaimForm
{
    /// <summary>Whether something holds at the start.</summary>
    Initially,

    /// <summary>Whether something holds in every step.</summary>
    Always,

    /// <summary>Whether something holds in no step.</summary>
    Never,

    /// <summary>Whether a loop has a sign.</summary>
    Loop,

    /// <summary>Whether a figure differs between two worlds.</summary>
    Compared,

    /// <summary>Whether a figure answers to an event.</summary>
    Response,

    /// <summary>Whether figures are in an order.</summary>
    Order,

    /// <summary>Whether a figure lies above, below or between numbers.</summary>
    Level,

    /// <summary>Whether something comes before something else.</summary>
    Before,
}

/// <summary>Forms of claims and their words.</summary>
internal static class ClaimForms
{
    /// <summary>The form of a statement.</summary>
    public static ClaimForm Of(Statement statement) => statement switch
    {
        InitialFact => ClaimForm.Initially,
        Invariant { IsAlways: true } => ClaimForm.Always,
        Invariant => ClaimForm.Never,
        LoopSign => ClaimForm.Loop,
        ComparedWorlds => ClaimForm.Compared,
        EventResponse => ClaimForm.Response,
        QuantityOrder => ClaimForm.Order,
        QuantityLevel => ClaimForm.Level,
        Precedence => ClaimForm.Before,
        _ => throw new ArgumentException("A statement of an unknown form: " + statement.GetType().Name, nameof(statement)),
    };

    /// <summary>Its word in answers; the first four are those of the model language too.</summary>
    public static string Word(this ClaimForm form) => form switch
    {
        ClaimForm.Initially => "initially",
        ClaimForm.Always => "always",
        ClaimForm.Never => "never",
        ClaimForm.Loop => "loop",
        ClaimForm.Compared => "compared",
        ClaimForm.Response => "response",
        ClaimForm.Order => "order",
        ClaimForm.Level => "level",
        _ => "before",
    };

    /// <summary>The German word of a form that does not rest on sampled figures.</summary>
    public static string GermanWord(this ClaimForm form) => form switch
    {
        ClaimForm.Initially => "zu Beginn",
        ClaimForm.Always => "immer",
        ClaimForm.Never => "nie",
        ClaimForm.Loop => "Schleife",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>Whether it rests on figures of sampled runs, rather than on what always is or never may be.</summary>
    public static bool IsSampled(this ClaimForm form) => form > ClaimForm.Loop;
}
