using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Detente.Cli.Tests;

/// <summary>What is found does not depend on the instruction sets of the processor: child processes with some of them switched off print the same bytes.</summary>
public sealed class InstructionSetTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableAVX")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void Scenarios_and_weights_are_the_same_bytes_without_an_instruction_set(string switchedOff)
    {
        using var folder = new TemporaryFolder();
        string[] models = ["somewhereland", folder.File("dense.yaml", RandomModel(1.0)), folder.File("sparse.yaml", RandomModel(0.3))];
        foreach (var model in models)
        {
            string[] words = ["scenarios", model, "--format", "json", "--weights"];
            var (usual, without) = (RunApart(words, null), RunApart(words, switchedOff));
            Assert.True(usual.Code == 0, usual.Error);
            Assert.Contains("\"scenarios\"", usual.Output, StringComparison.Ordinal);
            Assert.Equal(usual, without);
        }
    }

    private static Said RunApart(string[] words, string? switchedOff)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Path,
        };
        start.ArgumentList.Add(typeof(Application).Assembly.Location);
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["DETENTE_ROOT"] = RepositoryRoot.Path;
        start.Environment["LANG"] = "en_GB.UTF-8";
        if (switchedOff is not null)
        {
            start.Environment[switchedOff] = "0";
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Said(process.ExitCode, output, error.Result);
    }

    // Nominal factors of two to five states; what moves what, and by how much, from a seed.
    private static string RandomModel(double density)
    {
        var random = new Random(5);
        int[] states = [.. Enumerable.Range(0, 9).Select(_ => random.Next(2, 6))];
        var text = new StringBuilder("detente: 1\nid: random\ntitle: {en: Random, de: Zufall}\nfactors:\n");
        foreach (var (factor, count) in states.Index())
        {
            text.Append($"  f{factor}:\n    title: {{en: F{factor}, de: F{factor}}}\n    scale: nominal\n    states:\n    source: judgement\n"
                .Replace("states:\n", "states:\n" + string.Concat(Enumerable.Range(0, count).Select(state => $"      s{state}: {{en: S{state}, de: S{state}}}\n")), StringComparison.Ordinal));
        }

        text.Append("influences:\n");
        foreach (var (from, to) in from a in Enumerable.Range(0, 9) from b in Enumerable.Range(0, 9) where a != b && random.NextDouble() < density select (a, b))
        {
            var rows = Enumerable.Range(0, states[from]).Select(_ => $"[{string.Join(", ", Enumerable.Range(0, states[to]).Select(_ => random.Next(-3, 4)))}]");
            text.Append(CultureInfo.InvariantCulture, $"  - {{from: f{from}, to: f{to}, matrix: [{string.Join(", ", rows)}], source: judgement}}\n");
        }

        return text.ToString();
    }
}
