using System.Text;

namespace Detente.Cli.Tests.Commands;

public sealed class FormatConversionTests
{
    private const string Matrix = """
        $ ScenarioWizard 4.0
        small.scw
        &Vertrauen
         -gering
         -groß
        &Handel
         -frei
         -
        #
        #
        #
        #
        #
         0 , 0 ,-1 , 1
         0 , 0 , 1 ,-1
         0 , 0 , 0 , 0
         0 , 0 , 0 , 0
        #
        # 0-0
        "Worum es geht"
        #
        #

        """;

    private const string Yaml = """
        detente: 1
        id: small
        title: small

        factors:
          vertrauen: {title: Vertrauen, scale: nominal, states: {gering: gering, gross: groß}}
          handel: {title: Handel, scale: nominal, states: {frei: frei, s2: ""}}

        influences:
          - {from: vertrauen, to: handel, matrix: [[-1, 1], [1, -1]]}

        notes:
          project: {text: Worum es geht}

        """;

    [Fact]
    public void A_matrix_of_another_program_is_shown_in_the_language_and_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("small.scw", Matrix);
        var said = Shell.Run("format", file);
        Assert.Equal((ExitCode.Fine, Yaml.ReplaceLineEndings("\n")), (said.Code, said.Output));
        Assert.Equal(Matrix, File.ReadAllText(file));
        Assert.Equal(["small.scw"], folder.Names());
    }

    [Fact]
    public void It_goes_to_a_file_of_each_kind_and_back()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("small.scw", Matrix);
        Assert.Equal(ExitCode.Fine, Shell.Run("format", file, "--to", "scw", "--out", folder.Combine("first.scw")).Code);
        Assert.Equal(ExitCode.Fine, Shell.Run("format", folder.Combine("first.scw"), "--out", folder.Combine("first.yaml")).Code);
        Assert.Equal(ExitCode.Fine, Shell.Run("format", folder.Combine("first.yaml"), "--to", "scw", "--out", folder.Combine("second.scw")).Code);
        Assert.Equal(File.ReadAllBytes(folder.Combine("first.scw")), File.ReadAllBytes(folder.Combine("second.scw")));
        Assert.Contains("\r\n -gro\u00DF\r\n", Encoding.Latin1.GetString(File.ReadAllBytes(folder.Combine("first.scw"))), StringComparison.Ordinal);
        var table = Shell.Run("format", file, "--to", "csv", "--lang", "de");
        Assert.Equal("small,,Vertrauen,,Handel,\n,,gering,groß,frei,s2\nVertrauen,gering,0,0,-1,1\n,groß,0,0,1,-1\nHandel,frei,0,0,0,0\n,s2,0,0,0,0\n", table.Output);
        Assert.Contains("DT5105 factors/handel: ", table.Error, StringComparison.Ordinal);
        Assert.Contains("DT5104 notes/project: Nicht in der Datei: der Text zum Projekt.\n", table.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_takes_a_matrix_in_place_of_a_model()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("small.scw", Matrix);
        var check = Shell.Run("check", file);
        Assert.Equal(ExitCode.Findings, check.Code);
        Assert.Contains("small.scw:8:2: warning DT5010: This name is empty", check.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fine, Shell.Run("scenarios", file).Code);
        var futures = Shell.Run("futures", file);
        Assert.Equal(ExitCode.Usage, futures.Code);
        Assert.Contains("small.scw:3:1: error DT4003", futures.Error, StringComparison.Ordinal);
        Assert.Equal("detente: there is no file or folder missing.scw\n", Shell.Run("check", "missing.scw").Error);
    }

    [Fact]
    public void The_scenarios_are_written_as_a_solution_file()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("scenarios", folder.File("small.scw", Matrix), "--weights", "--format", "sl");
        Assert.Equal("$ ScenarioWizard 3.0\nSolution set\n 2 \n\n\" 1 2\",2,0,0,1,\"\"\n\" 2 1\",2,0,0,1,\"\"\n", said.Output);
        Assert.Contains("\" 1 2\",0,0,0,1,\"\"\n", Shell.Run("scenarios", folder.Combine("small.scw"), "--format", "sl").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--check", "model language only")]
    [InlineData("--format json", "--format json does not fit")]
    [InlineData("--to scw", "--to scw needs a file")]
    [InlineData("--to csv --out other.scw", "give --to scw, or another name for csv")]
    [InlineData("--out small.scw", "give --to scw, or another name for yaml")]
    [InlineData("--to xlsx", "yaml, scw or csv is expected")]
    public void What_makes_no_sense_is_refused_and_nothing_is_written(string options, string reason)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("small.scw", Matrix);
        var said = Shell.Run(["format", file, .. options.Split(' ').Select(word => word.EndsWith(".scw", StringComparison.Ordinal) ? folder.Combine(word) : word)]);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains(reason, said.Error, StringComparison.Ordinal);
        Assert.Equal(["small.scw"], folder.Names());
        Assert.Equal(Matrix, File.ReadAllText(file));
    }

    [Fact]
    public void A_file_never_takes_its_own_place()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("small.scw", Matrix);
        Assert.Contains("it is a file of the model itself", Shell.Run("format", file, "--to", "scw", "--out", file).Error, StringComparison.Ordinal);
        Assert.Equal(Matrix, File.ReadAllText(file));
    }

    [Fact]
    public void What_does_not_fit_is_said_with_its_place_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("model.yaml", "detente: 1\nid: bad\nfactors:\n  a: {states: [x, y]}\n  b: {states: [x, y]}\ninfluences:\n  - {from: a, to: b, cells: {x -> y: 0.5}}\n");
        var said = Shell.Run("format", file, "--to", "scw", "--out", folder.Combine("out.scw"));
        Assert.Equal(ExitCode.Usage, said.Code);
        Assert.Contains("model.yaml:7:5: error DT5102: The influence a -> b has the impact 0.5", said.Error, StringComparison.Ordinal);
        Assert.Equal(["model.yaml"], folder.Names());
    }
}
