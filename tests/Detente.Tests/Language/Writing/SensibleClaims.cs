using Detente.Models;

namespace Detente.Tests.Language.Writing;

/// <summary>Makes of random claims such that a horizon from 2015 to 2025 can answer: dates within it, no edits against each other.</summary>
internal static class SensibleClaims
{
    private static readonly DateOnly First = new(2016, 1, 1);
    private static readonly DateOnly Last = new(2025, 6, 30);

    public static Statement Of(Statement statement) => statement switch
    {
        ComparedWorlds compared => compared with { Quantity = Of(compared.Quantity), First = Of(compared.First), Second = Of(compared.Second) },
        EventResponse response => response with { Quantity = Undated(response.Quantity), FadesWithin = response.FadesWithin is null ? null : new Period(6.5, TimeUnit.Quarter) },
        QuantityOrder order => new QuantityOrder([.. order.Quantities.Select(Of)]),
        QuantityLevel level => level with { Quantity = Of(level.Quantity) },
        _ => statement,
    };

    private static Quantity Of(Quantity quantity) => quantity switch
    {
        Chance chance => chance with { By = Within(chance.By) },
        Share { From: { } from, At: { } at } share => share with { From = Earlier(from, at), At = Later(from, at) },
        Share share => share with { At = Within(share.At) },
        MeanPosition mean => mean with { At = Within(mean.At) },
        _ => quantity,
    };

    private static Quantity Undated(Quantity quantity) => quantity switch
    {
        Chance chance => chance with { By = null },
        Share share => share with { From = null, At = null },
        MeanPosition mean => mean with { At = null },
        _ => quantity,
    };

    /// <summary>One edit of each kind.</summary>
    private static World Of(World world) => new([.. world.Edits.DistinctBy(edit => edit.GetType()).Select(edit => edit switch
    {
        WithEvent of => of with { At = Within(of.At) },
        WithHeldFactor held => held with { From = Within(held.From) },
        _ => edit,
    })]);

    private static DateOnly Earlier(DateOnly a, DateOnly b) => Within(a)!.Value < Within(b)!.Value ? Within(a)!.Value : Within(b)!.Value;

    private static DateOnly Later(DateOnly a, DateOnly b) => Within(a)!.Value < Within(b)!.Value ? Within(b)!.Value : Within(a)!.Value;

    private static DateOnly? Within(DateOnly? date) => date is { } day
        ? First.AddDays(day.DayNumber % (Last.DayNumber - First.DayNumber))
        : null;
}
