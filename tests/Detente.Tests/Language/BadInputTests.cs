using Detente.Language;

namespace Detente.Tests.Language;

/// <summary>Whatever a file holds, the answer is a diagnostic, soon.</summary>
public sealed class BadInputTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    public static TheoryData<string, string> Nested => new()
    {
        { "flow lists", "factors: " + new string('[', 10_000) },
        { "flow maps", "factors: " + string.Concat(Enumerable.Repeat("{a: ", 10_000)) },
        { "closed flow lists", "factors: " + new string('[', 10_000) + new string(']', 10_000) },
        { "block lists", "factors:\n  " + string.Concat(Enumerable.Repeat("- ", 10_000)) + "a" },
        { "block maps", string.Join('\n', Enumerable.Range(0, 3000).Select(depth => new string(' ', depth) + "a:")) },
        { "complex keys", string.Concat(Enumerable.Repeat("? ", 10_000)) },
    };

    [Theory]
    [MemberData(nameof(Nested))]
    public async Task Deep_nesting_answers_at_once(string kind, string text)
    {
        var reading = await Task.Run(() => ModelText.Parse(text)).WaitAsync(Soon);
        Assert.True(reading.Diagnostics.Any(diagnostic => diagnostic.Code == "DT1012"), kind);
    }

    public static TheoryData<string> LargeKinds => [.. Large.Keys];

    /// <summary>Made when the class is loaded and named in the theory: texts of this size would clog the names of tests.</summary>
    private static Dictionary<string, string> Large { get; } = new(StringComparer.Ordinal)
    {
        { "one line", "id: " + new string('a', 15_000_000) },
        { "one quoted line", "id: \"" + new string('a', 15_000_000) },
        { "many keys", string.Concat(Enumerable.Range(0, 900_000).Select(i => $"k{i}: 1\n")) },
        { "one key again and again", string.Concat(Enumerable.Repeat("a: 1\n", 1_000_000)) },
        { "a long flow list", "influences: [" + string.Concat(Enumerable.Repeat("a,", 1_000_000)) + "]" },
        { "line ends", new string('\n', 15_000_000) },
        { "many unknown names", "factors: {" + Many(20_000, i => $"factor-name-{i}: {{states: [x, y]}}, ") + "}\ninfluences: [" + Many(20_000, i => $"{{from: factor-nime-{i}, to: factor-name-{i}, weight: 1}}, ") + "]" },
        { "many unknown keys", "factors: {a: {" + Many(200_000, i => $"i{i}: x, ") + "}}" },
        { "a long circle", "factors: {a: {states: [x, y]}}\nevents:\n" + Many(20_000, i => $"  e{i}: {{caused-by: [{{event: e{(i + 1) % 20_000}, probability: 0.5}}]}}\n") },
        { "a long condition", "constraints: {c: {never: \"" + string.Concat(Enumerable.Repeat("a = b and ", 1_000_000)) + "\"}}" },
        { "a long name", "factors: {" + new string('a', 5_000_000) + ": {states: [x, y]}}" },
        { "broken sections", string.Concat(Enumerable.Repeat("title: a: b\n", 2000)) },
    };

    [Theory]
    [MemberData(nameof(LargeKinds))]
    public async Task Large_nonsense_answers_soon(string kind)
    {
        var reading = await Task.Run(() => ModelText.Parse(Large[kind])).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Null(reading.Model);
        Assert.InRange(reading.Diagnostics.Length, 1, 1001);
        Assert.All(reading.Diagnostics.Take(50), diagnostic => Assert.InRange(DiagnosticText.Write(diagnostic, reading, Models.ReaderLanguage.German).Length, 1, 3000));
    }

    [Fact]
    public async Task A_file_of_100_MB_answers_at_once()
    {
        using var scratch = new ScratchFolder();
        scratch.WriteEmpty("model.yaml", 100L * 1024 * 1024);
        Assert.Equal(["DT1004"], Codes(await Task.Run(() => ModelText.Read(scratch.PathOf("model.yaml"))).WaitAsync(Soon)));
    }

    [Fact]
    public async Task An_endless_device_answers()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no endless device here.");
        Assert.Equal(["DT1004"], Codes(await Task.Run(() => ModelText.Read("/dev/zero")).WaitAsync(Soon)));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61 })]
    [InlineData(new byte[] { 0x61, 0x00, 0x3A, 0x00 })]
    [InlineData(new byte[] { 0x69, 0x64, 0x3A, 0x20, 0xC3 })]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00 })]
    public void What_is_not_UTF_8_text_is_refused(byte[] bytes)
    {
        using var scratch = new ScratchFolder();
        scratch.Write("model.yaml", bytes);
        Assert.Equal(["DT1005"], Codes(ModelText.Read(scratch.PathOf("model.yaml"))));
    }

    [Theory]
    [InlineData("id: a\u001Bb")]
    [InlineData("\0")]
    public void Characters_that_no_text_has_are_refused(string text) => Assert.Equal(["DT1005"], Codes(ModelText.Parse(text)));

    [Fact]
    public void Half_a_character_is_refused() => Assert.Equal(["DT1005"], Codes(ModelText.Parse("id: " + (char)0xD800)));

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_are_read()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("model.yaml", [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(ModelTextTests.EveryElement.ReplaceLineEndings("\r\n"))]);
        var reading = ModelText.Read(scratch.PathOf("model.yaml"));
        Assert.True(reading.IsClean);
        Assert.Equal("every-element", reading.Model!.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n")]
    [InlineData("# a comment\n")]
    [InlineData("---\n...\n")]
    [InlineData("just a text")]
    [InlineData("[]")]
    [InlineData("42")]
    public void What_holds_no_sections_says_so(string text) => Assert.Equal(["DT1011"], Codes(ModelText.Parse(text)));

    [Fact]
    public void A_folder_is_read_with_its_parts_and_mistakes_of_all_parts_are_reported()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("model.yaml", "detente: 1\nid: parts\ninclude: [factors.yaml, more/influences.yaml]\n");
        scratch.Write("factors.yaml", "factors:\n  a: {states: [x, y], inital: x}\n  b: {states: [x, y]}\n");
        scratch.Write("more/influences.yaml", "influences:\n  - {from: a, to: c, weight: 1}\n  - {from: b, to: a, weight: x}\n");
        var reading = ModelText.Read(scratch.Path);
        Assert.Equal(["DT2001", "DT2004", "DT2009"], Codes(reading));
        Assert.Equal(
            [scratch.PathOf("factors.yaml"), scratch.PathOf("more/influences.yaml"), scratch.PathOf("more/influences.yaml")],
            reading.Diagnostics.Select(diagnostic => diagnostic.Span.File));
        Assert.Equal(3, reading.Texts.Count);
    }

    [Fact]
    public void Broken_YAML_in_one_part_hides_no_mistake_of_another_and_raises_no_follow_ups()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("model.yaml", "detente: 1\nid: parts\ninclude: [factors.yaml, influences.yaml]\n");
        scratch.Write("factors.yaml", "factors:\n  a: {states: [x, y]\n  b: {states: [x, y]}\n");
        scratch.Write("influences.yaml", "influences:\n  - {from: a, to: b, weight: x}\n  - {from: a, to: b, weight: 1}\n");
        Assert.Equal(["DT1006", "DT2009"], Codes(ModelText.Read(scratch.Path)));
    }

    [Fact]
    public void A_part_that_is_a_link_out_of_the_folder_is_refused()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("outside.yaml", "factors:\n  a: {states: [x, y]}\n");
        scratch.Write("model/model.yaml", "detente: 1\nid: parts\ninclude: [part.yaml]\n");
        File.CreateSymbolicLink(scratch.PathOf("model/part.yaml"), scratch.PathOf("outside.yaml"));
        Assert.Equal(["DT1016"], Codes(ModelText.Read(scratch.PathOf("model"))));
    }

    [Theory]
    [InlineData("include: [sub]")]
    [InlineData("include: sub")]
    [InlineData("include: [no.yaml]")]
    public void A_part_that_is_no_file_is_missing(string include)
    {
        using var scratch = new ScratchFolder();
        scratch.Write("model.yaml", "detente: 1\nid: parts\n" + include + "\n");
        scratch.Write("sub/a.yaml", "");
        Assert.Equal(["DT1015"], Codes(ModelText.Read(scratch.Path)));
    }

    [Fact]
    public void A_cancelled_reading_ends()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("model.yaml", ModelTextTests.EveryElement);
        Assert.ThrowsAny<OperationCanceledException>(() => ModelText.Read(scratch.Path, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Waiting_for_the_writer_of_a_pipe_can_be_cancelled()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mkfifo"), "This system makes no pipes with names.");
        using var scratch = new ScratchFolder();
        using var stop = new CancellationTokenSource();
        System.Diagnostics.Process.Start("/usr/bin/mkfifo", [scratch.PathOf("model.yaml")]).WaitForExit();
        var reading = Task.Run(() => ModelText.Read(scratch.PathOf("model.yaml"), stop.Token));
        stop.CancelAfter(50);
        try
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(Soon));
        }
        finally
        {
            // The reader that waits on is given its end.
            await using var writer = new FileStream(scratch.PathOf("model.yaml"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0);
        }
    }

    [Fact]
    public void Cancelled_formatting_ends() => Assert.ThrowsAny<OperationCanceledException>(
        () => ModelText.Format(ModelTextTests.EveryElement, cancellation: new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("  arden: {")]
    [InlineData("  trust:\n")]
    [InlineData("  summit:\n")]
    [InlineData("  clash:\n")]
    [InlineData("  crisis-contact:\n")]
    [InlineData("  three-steps:\n")]
    [InlineData("  flights:\n")]
    public void After_too_many_findings_the_reading_ends_in_good_order(string opening)
    {
        var unknown = Many(1500, i => opening.EndsWith('\n') ? $"    k{i}: 1\n" : $"k{i}: 1, ");
        Assert.Contains(opening, ModelTextTests.EveryElement, StringComparison.Ordinal);
        var reading = ModelText.Parse(ModelTextTests.EveryElement.Replace(opening, opening + unknown, StringComparison.Ordinal));
        Assert.Equal(1001, reading.Diagnostics.Length);
        Assert.Equal("DT1019", reading.Diagnostics[^1].Code);
    }

    [Fact]
    public void Ten_mistakes_get_ten_diagnostics_at_their_lines()
    {
        const string Text = """
            detente: 1
            id: ten-mistakes
            horizon: {start: 2015-10-01, end: 2020-13-30}
            factors:
              trust:
                states: [broken, low, working]
                initial: brokne
                inertia: 12 moons
              channels: {states: [closed, open], sclae: ordered}
            influences:
              - {from: trust, to: chanels, weight: 2}
              - {from: channels, to: trust, weight: 1, range: [2, 3]}
            events:
              crash: {rate: -0.5, when: "trust <= lwo"}
            scenarios:
              good: {rule: "channels = open and"}
              rest: {rule: otherwise}
            baseline: [status-quo]
            """;
        var reading = ModelText.Parse(Text);
        Assert.Equal(
            ["3 DT2011", "7 DT2004", "8 DT2012", "9 DT2001", "11 DT2004", "12 DT3015", "14 DT2022", "14 DT2102", "16 DT1503", "18 DT2004"],
            reading.Diagnostics.Select(diagnostic => $"{diagnostic.Span.Line} {diagnostic.Code}"));
        Assert.Equal(["broken", "scale", "channels", "low"], reading.Diagnostics.Select(diagnostic => diagnostic.DidYouMean).OfType<string>());
    }

    private static string Many(int count, Func<int, string> item) => string.Concat(Enumerable.Range(0, count).Select(item));

    private static IEnumerable<string> Codes(ModelReading reading) => reading.Diagnostics.Select(diagnostic => diagnostic.Code);
}
