using System.Collections.Immutable;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Language;
using Detente.Models;
using Detente.Reports;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>The parts of <c>futures</c> that hang on studies of their own: pathways, the effect of an event, a branch, perception. One at a time.</summary>
internal static class FuturesParts
{
    private static readonly OptionSyntax Pathways = new("--pathways", new(
        "Which kind dominates when, how kinds follow one another and how long they last.",
        "Welcher Zukunftstyp wann vorherrscht, wie die Typen aufeinander folgen und wie lange sie anhalten."));

    private static readonly OptionSyntax Window = new("--window", new(
        "With --pathways: the length of its windows, such as \"12 months\"; a year unless stated.",
        "Mit --pathways: Länge der Abschnitte, etwa \"12 months\"; ohne Angabe ein Jahr."))
    {
        Value = new("PERIOD", "DAUER"),
    };

    private static readonly OptionSyntax LeastStay = new("--least-stay", new(
        "With --pathways: at how many dates in a row a kind must hold to stand in a pathway, 1 to 1000; 3 unless stated.",
        "Mit --pathways: an wie vielen Daten nacheinander ein Zukunftstyp gelten muss, um in einer Abfolge zu stehen, 1 bis 1000; ohne Angabe 3."))
    {
        Value = new("N", "N"),
        Complaint = static value => SharedOptions.Whole(value, 1, 1000),
    };

    private static readonly OptionSyntax EffectOf = new("--effect-of", new(
        "What a scheduled event changes, against the same paths without it.",
        "Was ein Ereignis mit Datum ändert, verglichen mit denselben Verläufen ohne es."))
    {
        Value = new("EVENT", "EREIGNIS"),
    };

    private static readonly OptionSyntax Branch = new("--branch", new(
        "What another strategy from a date on changes: \"2018-03-01 NAME\", or \"2018-03-01 none\" for no measures.",
        "Was eine andere Strategie ab einem Datum ändert: \"2018-03-01 NAME\" oder \"2018-03-01 none\" für keine Maßnahmen."))
    {
        Value = new("\"DATE STRATEGY\"", "\"DATUM STRATEGIE\""),
    };

    private static readonly OptionSyntax Perception = new("--perception", new(
        "How far images are from the things, and what transparency would change.",
        "Wie weit Bilder von den Sachen entfernt sind und was Transparenz ändern würde."));

    private static readonly ImmutableArray<OptionSyntax> Parts = [Pathways, EffectOf, Branch, Perception];

    /// <summary>The options.</summary>
    public static ImmutableArray<OptionSyntax> Options { get; } = [Pathways, Window, LeastStay, EffectOf, Branch, Perception];

    /// <summary>Which of them cannot stand together, or with other options.</summary>
    public static ImmutableArray<(OptionSyntax One, OptionSyntax Other)> Exclusive(params ImmutableArray<OptionSyntax> others) =>
    [
        .. from one in Enumerable.Range(0, Parts.Length) from other in Enumerable.Range(one + 1, Parts.Length - one - 1) select (Parts[one], Parts[other]),
        .. from part in Parts from other in others select (part, other),
    ];

    /// <summary>Runs the part that is asked for.</summary>
    /// <param name="open">The model and the command.</param>
    /// <param name="futures">Under which strategies, and how much.</param>
    /// <returns>Whether one was asked for.</returns>
    public static bool Run(OpenModel open, FuturesStudy futures)
    {
        var invocation = open.Invocation;
        foreach (var option in new[] { Window, LeastStay })
        {
            if (invocation.Has(option) && !invocation.Has(Pathways))
            {
                throw new Refusal(new($"{option.Name} needs --pathways", $"{option.Name} braucht --pathways"));
            }
        }

        if (invocation.Format == AnswerFormat.Svg && (invocation.Has(EffectOf) || invocation.Has(Branch)))
        {
            throw new Refusal(new("--effect-of and --branch have no picture: --format text or json", "--effect-of und --branch haben kein Bild: --format text oder json"));
        }

        if (Study(open, futures) is not { } study)
        {
            return false;
        }

        var result = open.Run<StudyResult>(study with { Strategies = futures.Strategies, NoMeasures = futures.NoMeasures });
        if (invocation.Format == AnswerFormat.Svg)
        {
            Answer.Write(invocation, writer => Draw(writer, result, invocation.Language));
        }
        else if (invocation.IsJson)
        {
            var json = new CourseJson(open.Model, result);
            (open.Answer(result.Provenance) with { Options = json.WriteOptions, Result = json.WriteResult }).Write();
        }
        else
        {
            Answer.Write(invocation, writer => Write(writer, open.Model, result, invocation.Language));
        }

        return true;
    }

    private static CourseStudy? Study(OpenModel open, FuturesStudy futures)
    {
        var (invocation, model) = (open.Invocation, open.Model);
        if (invocation.Has(Pathways))
        {
            var study = new PathwaysStudy(model, futures.Options);
            return study with { Window = Length(open) ?? study.Window, LeastStay = invocation.Integer(LeastStay, study.LeastStay) };
        }

        if (invocation.Value(EffectOf) is { } name)
        {
            var found = ElementName.Find(name, [.. model.Events.Select(e => e.Id)], new("the model has no event", "das Modell hat kein Ereignis"));
            return new EventEffectStudy(model, futures.Options, new EventId(found));
        }

        if (invocation.Value(Branch) is { } branch)
        {
            var reading = BranchText.Parse(branch, model, Branch.Name);
            Refuse(open, branch, Branch, reading.Diagnostics);
            return new BranchStudy(model, futures.Options, reading.Branch!.Value.From, reading.Branch!.Value.Strategy);
        }

        return invocation.Has(Perception) ? new PerceptionStudy(model, futures.Options) : null;
    }

    private static Period? Length(OpenModel open)
    {
        if (open.Invocation.Value(Window) is not { } text)
        {
            return null;
        }

        var reading = PeriodText.Parse(text, Window.Name);
        Refuse(open, text, Window, reading.Diagnostics);
        return reading.Period;
    }

    private static void Refuse(OpenModel open, string text, OptionSyntax option, ImmutableArray<Diagnostic> diagnostics)
    {
        var mistakes = new OptionMistakes(open);
        mistakes.Add(text, option.Name, diagnostics);
        mistakes.Refuse();
    }

    private static void Draw(TextWriter writer, StudyResult result, ReaderLanguage language)
    {
        if (result is PathwaysResult pathways)
        {
            PathwaysPicture.Write(pathways, language, writer);
        }
        else
        {
            PerceptionPicture.Write((PerceptionResult)result, language, writer);
        }
    }

    private static void Write(TextWriter writer, Model model, StudyResult result, ReaderLanguage language)
    {
        switch (result)
        {
            case PathwaysResult pathways:
                new PathwaysText(model, pathways, language).Write(writer);
                break;
            case EventEffectResult effect:
                new EventEffectText(model, effect, language).Write(writer);
                break;
            case BranchResult branch:
                new BranchOffText(model, branch, language).Write(writer);
                break;
            default:
                new PerceptionText(model, (PerceptionResult)result, language).Write(writer);
                break;
        }
    }
}
