using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Simulation;

/// <summary>Exact chances of everything a run of paths counts, over all configurations: the twin of the walk.</summary>
/// <remarks>
/// Numbers stand at their stated points and are rounded as the walk rounds them. Cost: configurations times what can come of each, per distinct step.
/// </remarks>
internal sealed class ExactChain
{
    private const long MostKept = 4_000_000;
    private readonly Model model;
    private readonly ExactSpace space;
    private readonly ExactMarks marks;
    private readonly ExactStep stepper;
    private readonly int steps;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<string, ExactTransitions?[]> kept = new(StringComparer.Ordinal);
    private readonly double[][] unmarked;
    private readonly double[][] unready;
    private long keptCount;
    private double[] now;

    private ExactChain(Model model, ExactSpace space, bool eventsOff, CancellationToken cancellation)
    {
        this.model = model;
        this.space = space;
        this.cancellation = cancellation;
        marks = new ExactMarks(model);
        stepper = new ExactStep(model, space, eventsOff);
        steps = model.Horizon!.StepCount;
        now = Start();
        unmarked = [.. Enumerable.Range(0, marks.Count).Select(_ => Start())];
        unready = [.. model.Measures.Select(_ => Start())];
        Figures = new ExactFigures(model);
    }

    private ExactFigures Figures { get; }

    /// <summary>Computes the chances.</summary>
    /// <param name="model">A model without memory.</param>
    /// <param name="space">Its configurations, few enough for an array.</param>
    /// <param name="eventsOff">Whether no event happens.</param>
    /// <param name="steps">How many steps to go.</param>
    /// <param name="cancellation">Stops the computation.</param>
    public static ExactFigures Run(Model model, ExactSpace space, bool eventsOff, int steps, CancellationToken cancellation)
    {
        var chain = new ExactChain(model, space, eventsOff, cancellation);
        for (var step = 0; step < steps; step++)
        {
            chain.See(step);
            chain.Go(step);
        }

        chain.See(steps);
        chain.End(steps);
        return chain.Figures;
    }

    private double[] Start()
    {
        var chances = new double[(int)space.Count];
        chances[space.Encode([.. model.Factors.Select(factor => factor.Initial!.Value)], new bool[model.Measures.Length])] = 1;
        return chances;
    }

    /// <summary>Reads the snapshot at a date.</summary>
    private void See(int date)
    {
        var moment = new ExactMoment(model) { Step = date };
        for (var code = 0; code < now.Length; code++)
        {
            if (now[code] == 0)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            space.Decode(code, moment.States, moment.InForce);
            Figures.See(moment, now[code], date < steps);
            for (var measure = 0; measure < unready.Length; measure++)
            {
                var areReady = model.Measures[measure].Preconditions.All(precondition => moment.Holds(precondition.When));
                unready[measure][code] = areReady ? 0 : unready[measure][code];
            }
        }

        for (var severity = 0; severity < model.Severities.Length; severity++)
        {
            Figures.Escalated[severity][date] = 1 - unmarked[marks.Severity(severity)].Sum();
        }
    }

    private void Go(int step)
    {
        var moment = new ExactMoment(model) { Step = step };
        var next = new double[now.Length];
        var nextUnmarked = unmarked.Select(_ => new double[now.Length]).ToArray();
        var nextUnready = unready.Select(_ => new double[now.Length]).ToArray();
        for (var code = 0; code < now.Length; code++)
        {
            if (now[code] == 0)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            var transitions = From(code, step);
            space.Decode(code, moment.States, moment.InForce);
            Figures.Count(transitions, moment.Scenario(), now[code], severity => unmarked[marks.Severity(severity)][code]);
            foreach (var (to, marked, chance) in transitions.Next)
            {
                next[to] += now[code] * chance;
                for (var mark = 0; mark < unmarked.Length; mark++)
                {
                    nextUnmarked[mark][to] += (marked & (UInt128.One << mark)) == 0 ? unmarked[mark][code] * chance : 0;
                }

                for (var measure = 0; measure < unready.Length; measure++)
                {
                    nextUnready[measure][to] += unready[measure][code] * chance;
                }
            }
        }

        now = next;
        nextUnmarked.CopyTo(unmarked, 0);
        nextUnready.CopyTo(unready, 0);
    }

    /// <summary>What can come of a configuration; kept for other steps that look the same.</summary>
    private ExactTransitions From(int code, int step)
    {
        var key = Signature(step);
        if (!kept.TryGetValue(key, out var known))
        {
            known = new ExactTransitions?[now.Length];
            kept.Add(key, known);
        }

        if (known[code] is { } transitions)
        {
            return transitions;
        }

        transitions = stepper.From(code, step);
        keptCount += transitions.Next.Length;
        known[code] = keptCount < MostKept ? transitions : null;
        return transitions;
    }

    /// <summary>What distinguishes a step from others: the dates of events in it, and which conditions on dates hold.</summary>
    private string Signature(int step)
    {
        if (step != signatureStep)
        {
            (signatureStep, signature) = (step, TimeSignature.Of(model, step));
        }

        return signature;
    }

    private int signatureStep = -1;
    private string signature = "";

    private void End(int date)
    {
        var moment = new ExactMoment(model) { Step = date };
        for (var code = 0; code < now.Length; code++)
        {
            space.Decode(code, moment.States, moment.InForce);
            for (var constraint = 0; constraint < model.Constraints.Length; constraint++)
            {
                var chances = unmarked[marks.Constraint(constraint)];
                chances[code] = chances[code] > 0 && moment.Holds(model.Constraints[constraint].Never) ? 0 : chances[code];
            }
        }

        double AtLeastOnce(int mark) => 1 - unmarked[mark].Sum();
        Figures.EventOnce = [.. model.Events.Select((_, e) => AtLeastOnce(marks.Event(e)))];
        Figures.Agreed = [.. model.Measures.Select((_, measure) => AtLeastOnce(marks.Agreed(measure)))];
        Figures.AgreedEarly = [.. model.Measures.Select((_, measure) => AtLeastOnce(marks.Early(measure)))];
        Figures.Broken = [.. model.Constraints.Select((_, constraint) => AtLeastOnce(marks.Constraint(constraint)))];
        Figures.AllPreconditions = [.. unready.Select(chances => 1 - chances.Sum())];
    }
}
