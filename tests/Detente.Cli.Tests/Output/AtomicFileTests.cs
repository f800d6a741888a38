using Detente.Cli.Output;

namespace Detente.Cli.Tests.Output;

public sealed class AtomicFileTests
{
    [Fact]
    public void The_file_holds_what_was_written_in_utf8_without_a_mark()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder.Combine("a.txt"), writer => writer.WriteLine("Zwei Mächte"), CancellationToken.None);
        Assert.Equal("Zwei Mächte\n"u8.ToArray(), File.ReadAllBytes(folder.Combine("a.txt")));
        Assert.Equal(["a.txt"], folder.Names());
    }

    [Fact]
    public void A_failure_while_writing_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("a.txt", "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(file, Half, CancellationToken.None));
        Assert.Equal("old", File.ReadAllText(file));
        Assert.Equal(["a.txt"], folder.Names());

        static void Half(TextWriter writer)
        {
            writer.Write(new string('x', 100_000));
            throw new InvalidOperationException();
        }
    }

    [Fact]
    public void A_cancellation_while_writing_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write(folder.Combine("a.txt"), _ => stop.Cancel(), stop.Token));
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void A_folder_cannot_be_the_file()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("it is a folder", Refusal(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_the_file_must_exist()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("its folder does not exist", Refusal(Path.Combine(folder.Path, "no", "a.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cannot_be_the_folder_of_the_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("a.txt", "old");
        Assert.Contains("its folder does not exist", Refusal(Path.Combine(file, "b.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_only_file_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("a.txt", "old");
        File.SetAttributes(file, FileAttributes.ReadOnly);
        Assert.Contains("it is read-only", Refusal(file), StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(file));
        File.SetAttributes(file, FileAttributes.Normal);
    }

    [Fact]
    public void A_name_that_is_too_long_is_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("cannot be written", Refusal(folder.Combine(new string('a', 300))), StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void A_full_disk_is_said_so()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        Assert.Contains("no space is left", Refusal("/dev/full"), StringComparison.Ordinal);
        Assert.True(File.Exists("/dev/full"));
    }

    [Fact]
    public void A_link_keeps_pointing_to_the_file_that_is_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        using var folder = new TemporaryFolder();
        var file = folder.File("a.txt", "old");
        File.CreateSymbolicLink(folder.Combine("link"), file);
        AtomicFile.Write(folder.Combine("link"), writer => writer.Write("new"), CancellationToken.None);
        Assert.Equal("new", File.ReadAllText(file));
        Assert.NotNull(File.ResolveLinkTarget(folder.Combine("link"), returnFinalTarget: false));
    }

    [Fact]
    public void The_rights_of_the_file_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Rights are others there.");
            return;
        }

        using var folder = new TemporaryFolder();
        var file = folder.File("a.txt", "old");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        AtomicFile.Write(file, writer => writer.Write("new"), CancellationToken.None);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_pipe_keeps_its_place()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mkfifo"), "This system makes no pipes with names.");
        using var folder = new TemporaryFolder();
        System.Diagnostics.Process.Start("/usr/bin/mkfifo", [folder.Combine("pipe")]).WaitForExit();
        Assert.Contains("it is a pipe or a socket", Refusal(folder.Combine("pipe")), StringComparison.Ordinal);
        Assert.Equal(["pipe"], folder.Names());
    }

    private static string Refusal(string path) =>
        Assert.Throws<Refusal>(() => AtomicFile.Write(path, writer => writer.Write(new string('x', 100_000)), CancellationToken.None)).Text.En;
}
