using Detente.Models;

namespace Detente.Cli.Rules;

/// <summary>A deadline of a model and the step it belongs to.</summary>
/// <param name="Place">The element.</param>
/// <param name="Date">The deadline.</param>
/// <param name="Step">The step, from 0; negative before the start.</param>
internal readonly record struct Deadline(string Place, DateOnly Date, int Step)
{
    /// <summary>The deadlines of questions and of claims, in declaration order; none without a horizon.</summary>
    public static IEnumerable<Deadline> Of(Model model) => model.Horizon is not { } horizon
        ? []
        :
        [
            .. model.Questions.Select(question => At("questions/" + question.Id, question.Deadline, horizon)),
            .. model.Claims.SelectMany(claim => Dates(claim.Statement).Select(date => At("claims/" + claim.Id, date, horizon))),
        ];

    private static Deadline At(string place, DateOnly date, Horizon horizon) => new(place, date, horizon.DeadlineStepOf(date));

    private static IEnumerable<DateOnly> Dates(Statement statement)
    {
        IEnumerable<Quantity> quantities = statement switch
        {
            ComparedWorlds compared => [compared.Quantity],
            EventResponse response => [response.Quantity],
            QuantityOrder order => order.Quantities,
            QuantityLevel level => [level.Quantity],
            _ => [],
        };
        return quantities.OfType<Chance>().Where(chance => chance.By is not null).Select(chance => chance.By!.Value);
    }
}
