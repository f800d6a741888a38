using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Detente.Cli.Tests;

/// <summary>The product calls nobody.</summary>
public sealed class OfflineTests
{
    private static readonly string[] Ours = ["Detente.dll", "Detente.Reports.dll", "Detente.Cli.dll"];

    [Fact]
    public void Our_assemblies_know_no_type_of_the_network() =>
        Assert.All(Ours, name => Assert.Empty(NetworkTypes(Path.Combine(AppContext.BaseDirectory, name))));

    [Fact]
    public void An_assembly_that_knows_one_is_found() =>
        Assert.NotEmpty(NetworkTypes(typeof(System.Net.Http.HttpClient).Assembly.Location));

    [Fact]
    public void The_program_answers_without_a_network()
    {
        Assert.SkipUnless(CanUnshare(), "This system lets nobody take the network away (unshare -n).");
        var (code, output) = Start("unshare", "-n", Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath! : "dotnet", Path.Combine(AppContext.BaseDirectory, "Detente.Cli.dll"), "scenarios", Shell.SmallModel, "--lang", "en");
        Assert.Equal(ExitCode.Fine, code);
        Assert.StartsWith("Consistent scenarios: Two powers\n", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> NetworkTypes(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(handle => metadata.GetTypeReference(handle))
                .Select(type => metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name))
                .Where(name => name.StartsWith("System.Net.", StringComparison.Ordinal)),
        ];
    }

    private static bool CanUnshare()
    {
        try
        {
            return OperatingSystem.IsLinux() && Start("unshare", "-n", "true").Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int Code, string Output) Start(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        errors.Wait();
        return (process.ExitCode, output);
    }
}
