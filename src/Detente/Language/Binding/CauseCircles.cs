using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Reports events that cause each other in a circle, with the circle as further places.</summary>
internal sealed class CauseCircles(BindingContext context, ImmutableArray<ModelEvent> events)
{
    private const int MostNamed = 10;

    private readonly int[] _colours = new int[events.Length];
    private readonly List<int> _path = [];

    public void Report()
    {
        for (var i = 0; i < events.Length; i++)
        {
            Follow(i);
        }
    }

    /// <summary>Depth first along the causes with a stack of its own: chains may be as long as the model.</summary>
    private void Follow(int start)
    {
        var open = new Stack<(int Event, int Next)>();
        open.Push((start, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next == 0)
            {
                if (_colours[at.Event] != 0)
                {
                    continue;
                }

                _colours[at.Event] = 1;
                _path.Add(at.Event);
            }

            var causes = CausesOf(at.Event);
            if (at.Next == causes.Length)
            {
                _colours[at.Event] = 2;
                _path.RemoveAt(_path.Count - 1);
                continue;
            }

            open.Push((at.Event, at.Next + 1));
            var cause = causes[at.Next].Of.Event.Index;
            if (_colours[cause] == 1)
            {
                Report(_path[_path.IndexOf(cause)..]);
            }
            else
            {
                open.Push((cause, 0));
            }
        }
    }

    private ImmutableArray<Cause> CausesOf(int index) => events[index].Trigger is Consequence consequence ? consequence.Causes : [];

    private void Report(List<int> circle)
    {
        using var scope = context.Bag.Within("events/" + events[circle[0]].Id);
        var ids = circle.ConvertAll(index => events[index].Id);
        var names = string.Join(" <- ", ids.Count <= MostNamed ? ids.Append(ids[0]) : ids.Take(MostNamed).Append("..."));
        context.Bag.Add(
            "DT3002",
            context.PlaceOf("events/" + events[circle[0]].Id),
            new LocalizedText($"Events cause each other in a circle: {names}.", $"Ereignisse verursachen einander im Kreis: {names}."),
            [.. circle.Skip(1).Take(MostNamed).Select(index => new RelatedPlace(
                context.PlaceOf("events/" + events[index].Id),
                new LocalizedText("This event belongs to the circle.", "Dieses Ereignis gehört zum Kreis.")))]);
    }
}
