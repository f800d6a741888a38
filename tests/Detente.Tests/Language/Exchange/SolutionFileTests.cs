using System.Text;
using Detente.Language;
using Detente.Language.Exchange;
using Detente.Studies;

namespace Detente.Tests.Language.Exchange;

public sealed class SolutionFileTests
{
    private const string Two = "$ ScenarioWizard 3.0\nSolution set\n 2 \n\n\" 2 3 2\",4,0,0,15,\"\"\n\" 1 2 3\",0,1.5,0,-8,\"a \"\"note\"\"\"\n";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void What_is_written_is_read(string end)
    {
        var solutions = Read(Encoding.UTF8.GetBytes(Two.ReplaceLineEndings(end)));
        Assert.Equal([1, 2, 1], solutions[0].States);
        Assert.Equal((4, 0, 1500, ""), ((int)solutions[0].Weight, solutions[0].ConsistencyHundredths, solutions[0].TotalImpactHundredths, solutions[0].Note));
        Assert.Equal((0, 150, -800, "a \"note\""), ((int)solutions[1].Weight, solutions[1].ConsistencyHundredths, solutions[1].TotalImpactHundredths, solutions[1].Note));
        Assert.Equal(Two, SolutionFile.Write(solutions));
    }

    [Fact]
    public void A_rounded_weight_is_read() =>
        Assert.Equal(16_777_220, (int)Read(Encoding.UTF8.GetBytes(Two.Replace(",4,", ",1.677722E+07,", StringComparison.Ordinal)))[0].Weight);

    [Fact]
    public void A_weight_of_a_million_digits_is_refused_at_once()
    {
        var reading = SolutionFile.Read(Encoding.UTF8.GetBytes(Two.Replace(",4,", "," + new string('9', 1_000_000) + ",", StringComparison.Ordinal)), "a.sl");
        Assert.Equal(("DT5003", 5), (Assert.Single(reading.Diagnostics).Code, reading.Diagnostics[0].Span.Line));
    }

    [Theory]
    [InlineData("CIB_global", true)]
    [InlineData("CIB_nested_simplified_standardized", true)]
    public void A_shared_matrix_has_the_solutions_of_its_file(string name, bool withWeights)
    {
        var model = ModelText.Read(SharedCases.Require("cases", "scw", name + ".scw")).Model!;
        var file = File.ReadAllBytes(SharedCases.Require("cases", "scw", name + ".sl"));
        var result = (ScenariosResult)new StudyRunner().Run(new ScenariosStudy(model, new StudyOptions()) { Weights = withWeights }, null, CancellationToken.None);
        var solutions = Read(file);
        Assert.Equal(
            solutions.Select(solution => Line(solution with { Weight = withWeights ? solution.Weight : 0 })).Order(StringComparer.Ordinal),
            result.Scenarios.Select(found => Line(new Solution(found.States, found.Weight?.Configurations ?? 0, found.ConsistencyHundredths, found.TotalImpactHundredths))).Order(StringComparer.Ordinal));
        Assert.Equal(Encoding.UTF8.GetString(file), SolutionFile.Write(solutions));
    }

    [Fact]
    public void Damaged_files_have_diagnostics()
    {
        var random = new Random(2);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Two);
            bytes = i < bytes.Length ? bytes[..i] : bytes;
            if (i > bytes.Length)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var reading = SolutionFile.Read(bytes, "a.sl");
            Assert.Equal(reading.Solutions is null, reading.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }
    }

    private static string Line(Solution solution) => SolutionFile.Write([solution]);

    private static IReadOnlyList<Solution> Read(byte[] file)
    {
        var reading = SolutionFile.Read(file, "a.sl");
        Assert.Empty(reading.Diagnostics);
        return reading.Solutions!;
    }
}
