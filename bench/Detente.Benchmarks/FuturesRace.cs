using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Detente.Compiled;
using Detente.Simulation;

namespace Detente.Benchmarks;

/// <summary>The race of paths with the reference programs: by processor time, in turns, the best of several rounds each, in one run.</summary>
internal sealed partial class FuturesRace
{
    private const int Rounds = 4;
    private const int KernelPaths = 100_000;
    private const int MatchTimeout = 1000; // milliseconds
    private readonly string kernel;
    private readonly string file;
    private readonly RaceModel model;
    private readonly Dictionary<string, double> rates = [];
    private readonly Dictionary<string, double[]> shares = [];

    private FuturesRace(string kernel, string file)
    {
        this.kernel = kernel;
        this.file = Path.GetFullPath(file);
        model = RaceModel.Read(file);
    }

    /// <summary>Races and prints a table in Markdown.</summary>
    /// <param name="kernel">The reference program.</param>
    /// <param name="file">The model, called <c>model.bin</c>.</param>
    public static int Run(string kernel, string file)
    {
        var race = new FuturesRace(Path.GetFullPath(kernel), file);
        for (var round = 0; round < Rounds; round++)
        {
            race.RunKernels();
            race.RunOwn("plain", null);
            race.RunOwn("plain", "DOTNET_EnableAVX512");
            race.RunOwn("plain", "DOTNET_EnableHWIntrinsic");
            race.RunOwn("counted", null);
            race.RunOwn("full", null);
        }

        race.Print();
        FuturesScaling.Print(race.model);
        return 0;
    }

    /// <summary>Walks alone, as a child of the race: prints the rate and the shares of the first factor's states at the end.</summary>
    /// <param name="kind"><c>plain</c>, <c>counted</c> for all that a run of futures counts, or <c>full</c> for the model with events and measures.</param>
    /// <param name="file">The model.</param>
    public static int RunAlone(string kind, string file)
    {
        var cold = Stopwatch.StartNew();
        var walk = new FuturesWalk(RaceModel.Read(file).ToModel(kind == "full"));
        var made = cold.Elapsed;
        walk.Walk(0, 1024);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cold: {made.TotalMilliseconds:F0} ms until the model is ready, {(cold.Elapsed - made).TotalMilliseconds:F0} ms for the first 1,024 paths"));
        walk.Rate(8 * 1024, 30); // until the compiler has settled
        var rate = walk.Rate(40 * 1024, 10);
        rate = kind == "counted" ? Counted(file) : rate;
        var all = 0L;
        foreach (var count in walk.Last)
        {
            all += count;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"N={all} ({rate:F0} per cpu-s) p(last month,f0)={string.Join(' ', walk.Last.ToArray().Select(count => Text((double)count / all)))} "));
        return 0;
    }

    private static double Counted(string file)
    {
        const int Paths = 200 * 1024;
        var compiled = ModelCompiler.Compile(RaceModel.Read(file).ToModel(false));
        var plan = new PathPlan(compiled, [new PathRules([])]) { Seed = 1, Draws = 1, Paths = Paths, IsSampled = false };
        return Enumerable.Range(0, 6).Max(_ =>
        {
            var before = Environment.CpuUsage.TotalTime;
            PathRun.Walk(plan, null, CancellationToken.None);
            return Paths / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        });
    }

    private static string Text(double number) => number.ToString("F4", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<name>v\w+) .*\((?<rate>\d+) per cpu-s\).*p\(last month,f0\)=(?<shares>[\d. ]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, MatchTimeout)]
    private static partial Regex KernelLine { get; }

    [GeneratedRegex(@"\((?<rate>\d+) per cpu-s\) p\(last month,f0\)=(?<shares>[\d. ]+)", RegexOptions.ExplicitCapture, MatchTimeout)]
    private static partial Regex OwnLine { get; }

    private void RunKernels()
    {
        var said = Said(kernel, ["all", KernelPaths.ToString(CultureInfo.InvariantCulture), "1"], null);
        foreach (Match line in KernelLine.Matches(said))
        {
            Take(line.Groups["name"].Value, line);
        }
    }

    private void RunOwn(string kind, string? switchedOff)
    {
        var said = Said(Environment.ProcessPath!, [.. Own, "futures-alone", kind, file], switchedOff);
        Take(kind + switchedOff, OwnLine.Match(said));
    }

    /// <summary>How this very program is started again.</summary>
    private static string[] Own => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(FuturesRace).Assembly.Location] : [];

    private void Take(string name, Match line)
    {
        rates[name] = Math.Max(rates.GetValueOrDefault(name), double.Parse(line.Groups["rate"].Value, CultureInfo.InvariantCulture));
        shares[name] = [.. line.Groups["shares"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(share => double.Parse(share, CultureInfo.InvariantCulture))];
    }

    private string Said(string program, string[] words, string? switchedOff)
    {
        var start = new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(file)! };
        if (switchedOff is not null)
        {
            start.Environment[switchedOff] = "0";
        }

        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said;
    }

    private void Print()
    {
        var fastest = rates.Where(rate => rate.Key.StartsWith("v3", StringComparison.Ordinal) || rate.Key.StartsWith("v4", StringComparison.Ordinal) || rate.Key.StartsWith("v5", StringComparison.Ordinal))
            .MaxBy(rate => rate.Value);
        var incremental = rates["v1_incremental"];
        Console.WriteLine($"Load of the machine: {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown")}\n");
        Console.WriteLine("| one thread | paths per second of processor time | ratio | of |\n|---|---:|---:|---|");
        Row($"C++ {fastest.Key}", fastest.Value, fastest.Value, "fastest C++");
        Row("C++ v1_incremental", incremental, incremental, "C++ v1");
        Row("walked and counted by state and date", rates["plain"], fastest.Value, "fastest C++");
        Row("as a run walks and counts", rates["counted"], fastest.Value, "fastest C++");
        Row("walked and counted by state and date, without AVX-512", rates["plainDOTNET_EnableAVX512"], fastest.Value, "fastest C++");
        Row("walked and counted by state and date, without any vectors", rates["plainDOTNET_EnableHWIntrinsic"], incremental, "C++ v1");
        Row("with 20 events and 10 measures", rates["full"], fastest.Value, "fastest C++");
        var (theirs, ours) = (shares[fastest.Key], shares["plain"]);
        var apart = theirs.Zip(ours, (a, b) => Math.Abs(a - b) / Math.Sqrt(a * (1 - a) * ((1.0 / KernelPaths) + (1.0 / (10 * 40 * 1024))))).Max();
        Console.WriteLine($"\nShares of the first factor's states at the end: C++ {string.Join(' ', theirs.Select(Text))}, here {string.Join(' ', ours.Select(Text))}: at most {Text(apart)} standard errors apart{(apart < 4 ? string.Empty : " (TOO FAR)")}.\n");
    }

    private static void Row(string what, double rate, double of, string name) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {rate:N0} | {rate / of:F2} | {name} |"));
}
