using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Claims;

/// <summary>Runs claims of a model.</summary>
internal sealed class ClaimRun
{
    private readonly Model model;
    private readonly ImmutableArray<Statement> statements;
    private readonly ClaimPlan? plan;

    /// <summary>Prepares a run.</summary>
    /// <param name="model">The model; when one of the statements is on anything but a loop, with all that walking paths needs.</param>
    /// <param name="statements">The statements.</param>
    /// <exception cref="ArgumentException">A statement cannot be read: only in models that did not come through the language.</exception>
    public ClaimRun(Model model, ImmutableArray<Statement> statements)
    {
        this.model = model;
        this.statements = statements;
        plan = statements.Any(NeedsRuns) ? ClaimPlan.Of(model, statements) : null;
    }

    /// <summary>How many walks each path takes; 0 when no path is needed.</summary>
    public int Walks => plan?.Walks ?? 0;

    /// <summary>Whether a statement is on anything but the graph of influences, and so needs a horizon and a start.</summary>
    /// <param name="statement">The statement.</param>
    public static bool NeedsTime(Statement statement) => statement is not LoopSign;

    /// <summary>Answers all statements.</summary>
    /// <param name="sampling">How many paths.</param>
    /// <param name="progress">Told how many paths are done; or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>One answer per statement.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<ClaimAnswer> Run(ClaimSampling sampling, Action<long>? progress, CancellationToken cancellation)
    {
        var judge = plan is null ? null : new ClaimJudge(plan, ClaimWalk.Run(plan, sampling, progress, cancellation), sampling.Draws > 1);
        return [.. statements.Select((statement, place) => statement switch
        {
            LoopSign loop => ModelFacts.Loop(model, loop),
            InitialFact fact => ModelFacts.Initially(model, fact.Condition),
            _ => judge!.Answer(statement, plan!.ReadingsOf[place]),
        })];
    }

    private static bool NeedsRuns(Statement statement) => statement is not (LoopSign or InitialFact);
}
