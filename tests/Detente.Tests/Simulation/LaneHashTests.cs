using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Detente.Compiled;
using Detente.Simulation;

namespace Detente.Tests.Simulation;

/// <summary>What lanes walk does not depend on the instruction sets of the processor: child processes with some of them switched off walk the same bytes.</summary>
public sealed class LaneHashTests
{
    private const string FileVariable = "DETENTE_TEST_HASH_FILE";
    private const int Paths = 200;

    [Fact]
    public void Lanes_together_walk_what_lanes_walk_one_by_one()
    {
        var together = Hash(world => new BlockLanes(world));
        if (Environment.GetEnvironmentVariable(FileVariable) is { } file)
        {
            File.WriteAllText(file, together);
        }

        Assert.Equal(Hash(world => new ScalarLanes(world)), together);
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableAVX")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void Walks_are_the_same_bytes_without_an_instruction_set(string switchedOff)
    {
        var file = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            };
            start.ArgumentList.Add(typeof(LaneHashTests).Assembly.Location);
            start.ArgumentList.Add("--filter-method");
            start.ArgumentList.Add(typeof(LaneHashTests).FullName + "." + nameof(Lanes_together_walk_what_lanes_walk_one_by_one));
            start.Environment[FileVariable] = file;
            start.Environment[switchedOff] = "0";
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, said);
            Assert.Equal(Hash(world => new BlockLanes(world)), File.ReadAllText(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A hash of all states and happenings on some models with nominal factors, with events and measures, and with memory.</summary>
    private static string Hash(Func<LaneWorld, LaneWalk> engine)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var seed = 1000; seed < 1010; seed++)
        {
            foreach (var model in (ReadOnlySpan<Detente.Models.Model>)[RandomNominalModel.Of(seed), RandomTimedModel.Of(seed), RandomLongModel.Of(seed)])
            {
                var compiled = ModelCompiler.Compile(model);
                var lanes = engine(new LaneWorld(compiled, new PathRules([.. Enumerable.Range(0, model.Strategies.Length)])));
                lanes.Start(new DrawParameters(compiled, compiled.Numbers.StatedPoints()), new LanePaths((ulong)seed, 1, 0, Paths));
                while (!lanes.IsAtEnd)
                {
                    lanes.MoveMeasures();
                    lanes.Happen();
                    LaneHappening[] happenings = [.. lanes.Happenings.ToArray().OrderBy(happening => happening.Lane)]; // a stable sort
                    hash.AppendData(MemoryMarshal.AsBytes<int>(happenings.SelectMany(happening => (int[])[happening.Lane, happening.Happening.Event, happening.Happening.Outcome]).ToArray()));
                    lanes.Move();
                    for (var factor = 0; factor < compiled.Factors.Length; factor++)
                    {
                        hash.AppendData(lanes.States(factor)[..Paths]);
                    }
                }
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
