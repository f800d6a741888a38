using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Exchange;

/// <summary>A state as a matrix of another program has it.</summary>
/// <param name="Name">Its name, as written; may be empty.</param>
/// <param name="Short">Its short name; empty for none.</param>
/// <param name="Colour">Its colour, six hexadecimal digits in upper case.</param>
internal sealed record MatrixState(string Name, string Short = "", string Colour = FactorState.DefaultColour);

/// <summary>A factor as a matrix of another program has it.</summary>
/// <param name="Name">Its name, as written; may be empty.</param>
/// <param name="Short">Its short name; empty for none.</param>
/// <param name="States">Its states.</param>
/// <param name="Text">What was written about it; empty for nothing.</param>
internal sealed record MatrixFactor(string Name, string Short, ImmutableArray<MatrixState> States, string Text = "");

/// <summary>What a cross-impact matrix of another program holds: names, impacts, texts. Lines in texts end with LF.</summary>
internal sealed class CrossImpactMatrix
{
    /// <summary>A matrix without texts.</summary>
    /// <param name="title">What the file calls itself.</param>
    /// <param name="factors">The factors.</param>
    /// <param name="hundredths">The impacts, as many as the number of states squared.</param>
    public CrossImpactMatrix(string title, ImmutableArray<MatrixFactor> factors, int[] hundredths)
    {
        (Title, Factors, Hundredths) = (title, factors, hundredths);
        var first = ImmutableArray.CreateBuilder<int>(factors.Length);
        foreach (var factor in factors)
        {
            first.Add(StateCount);
            StateCount += factor.States.Length;
        }

        First = first.MoveToImmutable();
    }

    /// <summary>What the file calls itself.</summary>
    public string Title { get; }

    /// <summary>The factors.</summary>
    public ImmutableArray<MatrixFactor> Factors { get; }

    /// <summary>By factor the place of its first state among all states.</summary>
    public ImmutableArray<int> First { get; }

    /// <summary>Number of states of all factors.</summary>
    public int StateCount { get; }

    /// <summary>The impacts in hundredths of a point: row source state, column target state, row after row.</summary>
    public int[] Hundredths { get; }

    /// <summary>What was written about the whole; empty for nothing.</summary>
    public string ProjectText { get; init; } = "";

    /// <summary>What was written about the influence of one factor on another, where something was.</summary>
    public IReadOnlyDictionary<(int From, int To), string> Texts { get; init; } = ImmutableDictionary<(int From, int To), string>.Empty;

    /// <summary>The impact of one state on another, in hundredths of a point.</summary>
    public int Impact(int from, int sourceState, int to, int targetState) => Hundredths[((First[from] + sourceState) * StateCount) + First[to] + targetState];

    /// <summary>Whether the influence of one factor on another has no impact at all.</summary>
    public bool IsZero(int from, int to)
    {
        for (var row = 0; row < Factors[from].States.Length; row++)
        {
            if (Hundredths.AsSpan(((First[from] + row) * StateCount) + First[to], Factors[to].States.Length).ContainsAnyExcept(0))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Where the parts of a matrix stand in its file.</summary>
/// <param name="File">The file as a whole.</param>
/// <param name="Factors">By factor its name.</param>
/// <param name="States">By factor and state its name.</param>
/// <param name="Cell">The place of an impact, by its row and column.</param>
internal sealed record MatrixPlaces(
    TextSpan File,
    ImmutableArray<TextSpan> Factors,
    ImmutableArray<ImmutableArray<TextSpan>> States,
    Func<int, int, TextSpan> Cell);
