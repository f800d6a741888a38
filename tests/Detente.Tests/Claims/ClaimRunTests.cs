using Detente.Claims;
using Detente.Models;
using Detente.Tests.Simulation;

namespace Detente.Tests.Claims;

/// <summary>Claims of random models against a plain reading of whole paths, on the same random numbers.</summary>
public sealed class ClaimRunTests
{
    private const int Paths = 60;

    [Fact]
    public void Answers_are_those_of_a_plain_reading_of_whole_paths()
    {
        var met = new Dictionary<string, int>();
        for (var seed = 0; seed < 24; seed++)
        {
            var model = RandomLongModel.Of(seed) with { Horizon = Timed.Horizon(10) };
            List<Statement> statements = [.. new RandomClaims(model, seed).Some(4)];
            var answers = new ClaimRun(model, [.. statements]).Run(new ClaimSampling(1, Paths) { Seed = (ulong)seed }, null, CancellationToken.None);
            foreach (var (place, statement) in statements.Index())
            {
                var (answer, plain) = (answers[place], new NaiveClaims(model, statement, (ulong)seed, Paths).Answer());
                var figures = new[] { answer.First, answer.Second, answer.Difference, answer.AfterFading, answer.Violations }.Concat(answer.Ordered).OfType<Measured>().ToList();
                var where = $"seed {seed}, {statement}";
                Assert.True(plain.Values.Length == figures.Count, where);
                Assert.True(plain.Values.Zip(figures).All(pair => Math.Abs(pair.First - pair.Second.Value) < 1e-12), $"{where}: {string.Join(' ', plain.Values)} against {string.Join(' ', figures.Select(figure => figure.Value))}");
                Assert.True(plain.Errors.Zip(figures).All(pair => Math.Abs(pair.First - pair.Second.Error) < 1e-9), $"{where}: {string.Join(' ', plain.Errors)} against {string.Join(' ', figures.Select(figure => figure.Error))}");
                Assert.True(plain.Premise == answer.Premise, $"{where}: premise {plain.Premise} against {answer.Premise}");
                Assert.True(plain.Ruling == answer.Ruling, $"{where}: {plain.Ruling} against {answer.Ruling}");
                foreach (var kind in new[] { statement.GetType().Name, answer.Ruling.ToString() })
                {
                    met[kind] = met.GetValueOrDefault(kind) + 1;
                }
            }
        }

        Assert.All(
            [nameof(ComparedWorlds), nameof(EventResponse), nameof(QuantityOrder), nameof(QuantityLevel), nameof(Invariant), nameof(Precedence), "Holds", "Fails", "Undecided", "Vacuous"],
            kind => Assert.True(met.GetValueOrDefault(kind) >= 3, $"{kind} was met {met.GetValueOrDefault(kind)} times."));
    }
}
