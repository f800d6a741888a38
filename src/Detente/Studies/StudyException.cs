using System.Collections.Immutable;
using Detente.Language;

namespace Detente.Studies;

/// <summary>A model lacks something that a study needs, or holds something that it cannot take. The diagnostics (DT4xxx) say what.</summary>
public sealed class StudyException : Exception
{
    /// <summary>Initialises an exception with what is missing.</summary>
    /// <param name="diagnostics">One or more diagnostics.</param>
    public StudyException(ImmutableArray<Diagnostic> diagnostics)
        : base(diagnostics.IsDefaultOrEmpty ? null : diagnostics[0].Message.En) => Diagnostics = diagnostics;

    /// <summary>What is missing.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
