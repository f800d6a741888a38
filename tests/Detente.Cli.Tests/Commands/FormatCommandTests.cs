namespace Detente.Cli.Tests.Commands;

public sealed class FormatCommandTests
{
    private const string Untidy = """
        # kept
        id:   tidy
        detente: 1
        factors:
            trust:
                title:   {en: Trust, de: Vertrauen}   # also kept
                states: {low: {en: low, de: gering}, high: {en: high, de: hoch}}
        """;

    [Fact]
    public void A_file_is_rewritten_in_place_with_its_comments()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("tidy.yaml", Untidy);
        var said = Shell.Run("format", file);
        var after = File.ReadAllText(file);
        Assert.Equal(new Said(ExitCode.Fine, file + " was brought into the canonical layout\n", ""), said);
        Assert.Contains("# kept\n", after, StringComparison.Ordinal);
        Assert.Contains("# also kept\n", after, StringComparison.Ordinal);
        Assert.Contains("id: tidy\n", after, StringComparison.Ordinal);
        Assert.Equal(["tidy.yaml"], folder.Names());
        Assert.Equal(new Said(ExitCode.Fine, "Nothing to change.\n", ""), Shell.Run("format", file));
    }

    [Fact]
    public void Checking_changes_nothing_and_finds_what_would_change()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("tidy.yaml", Untidy);
        Assert.Equal(new Said(ExitCode.Findings, file + " is not in the canonical layout\n", ""), Shell.Run("format", file, "--check"));
        Assert.Equal(new Said(ExitCode.Findings, file + " hat nicht die kanonische Form\n", ""), Shell.Run("format", file, "--check", "--lang", "de"));
        Assert.Equal(Untidy, File.ReadAllText(file));
    }

    [Fact]
    public void Another_file_can_take_the_result()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("tidy.yaml", Untidy);
        Assert.Equal(ExitCode.Fine, Shell.Run("format", file, "--out", folder.Combine("other.yaml")).Code);
        Assert.Equal(Untidy, File.ReadAllText(file));
        Assert.Equal(ExitCode.Fine, Shell.Run("format", folder.Combine("other.yaml"), "--check").Code);
    }

    [Fact]
    public void All_parts_of_a_folder_are_formatted()
    {
        using var folder = new TemporaryFolder();
        folder.File("model.yaml", "detente: 1\nid:   parts\ninclude: [factors.yaml]\n");
        folder.File("factors.yaml", Untidy[Untidy.IndexOf("factors:", StringComparison.Ordinal)..]);
        var said = Shell.Run("format", folder.Path);
        Assert.Equal((ExitCode.Fine, 2), (said.Code, said.Output.Count(c => c == '\n')));
        Assert.Equal(ExitCode.Fine, Shell.Run("format", folder.Path, "--check").Code);
        Assert.Equal(ExitCode.Usage, Shell.Run("format", folder.Path, "--out", folder.Combine("x.yaml")).Code);
    }

    [Fact]
    public void A_text_that_cannot_be_read_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Combine("latin.yaml");
        byte[] bytes = [.. "detente: 1\nid: latin\ntitle: M"u8, 0xE4, .. "chte\n"u8];
        File.WriteAllBytes(file, bytes);
        var said = Shell.Run("format", file);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains("DT1005", said.Error, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(file));
    }

    [Fact]
    public void The_json_answer_names_the_files()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("format", folder.File("tidy.yaml", Untidy), "--check", "--format", "json");
        Assert.Equal(ExitCode.Findings, said.Code);
        Assert.Contains("tidy.yaml\"\n    ]", said.Output, StringComparison.Ordinal);
    }
}
