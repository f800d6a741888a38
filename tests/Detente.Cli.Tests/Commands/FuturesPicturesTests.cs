using System.Text.Json;
using System.Xml.Linq;

namespace Detente.Cli.Tests.Commands;

/// <summary>The futures as dots and paths in the terminal, and as pictures.</summary>
public sealed class FuturesPicturesTests
{
    private static readonly string[] Small = ["futures", Shell.SmallModel, "--draws", "4", "--paths", "50", "--seed", "7"];

    [Theory]
    [InlineData("dots", "en")]
    [InlineData("dots", "de")]
    [InlineData("paths", "en")]
    [InlineData("paths", "de")]
    public void One_picture_is_written_as_text(string chart, string language)
    {
        var said = Shell.Run([.. Small, "--chart", chart, "--lang", language]);
        Assert.Equal(ExitCode.Fine, said.Code);
        Golden.Match($"futures-{chart}.{language}.txt", said.Output);
    }

    [Fact]
    public void The_dots_of_a_date_add_up()
    {
        var said = Shell.Run([.. Small, "--chart", "dots", "--dots", "50"]).Output;
        Assert.Equal(3, said.Split("each dot 1 of 50 model runs").Length - 1);
        Assert.Equal(3 * 50, said.Count(letter => letter == '●'));
    }

    [Fact]
    public void A_strip_has_a_letter_a_quarter_and_is_the_path_of_the_json_answer()
    {
        using var json = JsonDocument.Parse(Shell.Run([.. Small, "--format", "json"]).Output);
        var paths = json.RootElement.GetProperty("result").GetProperty("sampledPaths").EnumerateArray().ToList();
        var lines = Shell.Run([.. Small, "--chart", "paths"]).Output.Split('\n').Select(line => line.Trim().Split("  ", StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0], parts => parts[1]);
        Assert.Equal(30, paths.Count);
        Assert.All(paths, path =>
        {
            var strip = lines[$"{path.GetProperty("draw").GetInt32()}/{path.GetProperty("path").GetInt32()}"];
            Assert.Equal(string.Concat(path.GetProperty("kinds").EnumerateArray().Skip(1).Select(kind => (char)('A' + kind.GetInt32()))), strip.ToUpperInvariant());
            var grave = path.GetProperty("severe").EnumerateArray().Where(one => one.GetProperty("severity").GetString() == "clash").Select(one => one.GetProperty("step").GetInt32());
            Assert.Equal(grave, strip.Index().Where(letter => char.IsLower(letter.Item)).Select(letter => letter.Index));
        });
    }

    [Fact]
    public void Many_years_are_shown_year_by_year()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("long.yaml", File.ReadAllText(Shell.SmallModel).Replace("end: 2022-12-31", "end: 2059-12-31", StringComparison.Ordinal));
        var said = Shell.Run("futures", file, "--draws", "2", "--paths", "2", "--chart", "paths").Output;
        Assert.Contains("4 of 4 model runs (seed 1): a letter a year, the kind of future at its end", said, StringComparison.Ordinal);
        Assert.Matches(@"\n +1/0  [A-Ca-c]{40}\n", said);
    }

    [Theory]
    [InlineData(null, "each dot is 1 of 20 model runs")]
    [InlineData("dots", "each dot is 1 of 20 model runs")]
    [InlineData("paths", "runs shown")]
    [InlineData("bands", "standard errors")]
    [InlineData("area", "share")]
    public void A_picture_is_well_formed_svg(string? chart, string expected)
    {
        var said = Shell.Run([.. Small, "--format", "svg", .. chart is null ? [] : new[] { "--chart", chart }]);
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.Equal("svg", XDocument.Parse(said.Output).Root!.Name.LocalName);
        Assert.Contains(expected, said.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("--chart bands", "need --format svg", "brauchen --format svg")]
    [InlineData("--chart dots --format json", "has no meaning with --format json", "hat mit --format json keine Bedeutung")]
    [InlineData("--chart pie", "dots, paths, bands or area is expected", "erwartet wird dots, paths, bands oder area")]
    [InlineData("--dots 30", "20 or 50 is expected", "erwartet wird 20 oder 50")]
    public void What_cannot_be_shown_is_refused_before_anything_is_run(string options, string english, string german)
    {
        var (inEnglish, inGerman) = (Shell.Run([.. Small, .. options.Split(' ')]), Shell.Run([.. Small, .. options.Split(' '), "--lang", "de"]));
        Assert.Equal((ExitCode.Usage, "", ExitCode.Usage, ""), (inEnglish.Code, inEnglish.Output, inGerman.Code, inGerman.Output));
        Assert.Contains(english, inEnglish.Error, StringComparison.Ordinal);
        Assert.Contains(german, inGerman.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Exact_shares_have_dots_and_no_paths()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("exact.yaml", string.Join('\n', File.ReadAllLines(Shell.SmallModel).Where(line => !line.Contains("no-clash", StringComparison.Ordinal) && line != "constraints:")));
        Assert.Contains('●', Shell.Run("futures", file, "--exact").Output);
        Assert.Contains("Exact shares come without paths.", Shell.Run("futures", file, "--exact", "--chart", "paths").Output, StringComparison.Ordinal);
    }
}
