using System.Text;
using Detente.Models;

namespace Detente.Cli.Output;

/// <summary>Writes a file so that at its name there is the old content or all of the new one, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Writes UTF-8 without a mark to a new file in the same folder, and gives it the name when it is complete and on the disk.</summary>
    /// <param name="path">The name.</param>
    /// <param name="write">Writes the content; when it throws, nothing is left behind.</param>
    /// <param name="cancellation">Looked at once more before the file gets its name.</param>
    /// <exception cref="Refusal">The file cannot be written; says why.</exception>
    public static void Write(string path, Action<TextWriter> write, CancellationToken cancellation) => Put(
        path,
        stream =>
        {
            // Not disposed: a second flush would hide the first failure.
            var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            write(writer);
            writer.Flush();
        },
        cancellation);

    /// <summary>The same with bytes that are there already.</summary>
    public static void Write(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation) => Put(path, stream => stream.Write(content.Span), cancellation);

    private static void Put(string path, Action<Stream> write, CancellationToken cancellation)
    {
        try
        {
            var target = Target(path);
            if (IsDevice(target))
            {
                WriteTo(new FileStream(target, FileMode.Open, FileAccess.Write), write);
                return;
            }

            WriteBeside(target, write, cancellation);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw Refused(path, FileFailure.Describe(failure));
        }
    }

    /// <summary>Looks, before long work, whether the file could be written as far as can be told without writing.</summary>
    /// <exception cref="Refusal">It could not; says why.</exception>
    public static void CheckTarget(string path)
    {
        try
        {
            Target(path);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw Refused(path, FileFailure.Describe(failure));
        }
    }

    /// <summary>The full name behind all links on the way, by which two names of one file are known as such.</summary>
    public static string PlaceOf(string path)
    {
        var full = Path.GetFullPath(path.Replace("\0", "", StringComparison.Ordinal));
        var place = Path.GetPathRoot(full)!;
        foreach (var name in full[place.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(place, name);
            place = new FileInfo(next).LinkTarget is null ? next : File.ResolveLinkTarget(next, returnFinalTarget: true)!.FullName;
        }

        return place;
    }

    private static void WriteBeside(string target, Action<Stream> write, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(target)!;
        var unfinished = Path.Combine(folder, ".detente-" + Path.GetRandomFileName());
        try
        {
            WriteTo(new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write), write);
            if (File.Exists(target) && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(unfinished, File.GetUnixFileMode(target));
            }

            cancellation.ThrowIfCancellationRequested();
            File.Move(unfinished, target, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static void WriteTo(FileStream stream, Action<Stream> write)
    {
        using (stream)
        {
            write(stream);
            stream.Flush(flushToDisk: !IsDevice(stream.Name));
        }
    }

    // The file a chain of links ends at; checked first, so that the reason given is the plainest one.
    private static string Target(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw Refused("?", new("its name holds a character no name may hold", "der Name enthält ein unerlaubtes Zeichen"));
        }

        var full = Path.GetFullPath(path);
        var target = IsDevice(full) || new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
        if (Directory.Exists(target) || Path.EndsInDirectorySeparator(path))
        {
            throw Refused(path, new("it is a folder", "das ist ein Ordner"));
        }

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw Refused(path, new("its folder does not exist", "den Ordner dazu gibt es nicht"));
        }

        if (File.Exists(target) && (File.GetAttributes(target) & FileAttributes.ReadOnly) != 0)
        {
            throw Refused(path, new("it is read-only", "die Datei ist schreibgeschützt"));
        }

        if (!IsDevice(target) && File.Exists(target) && !IsOrdinary(target))
        {
            throw Refused(path, new("it is a pipe or a socket", "das ist eine Pipe oder ein Socket"));
        }

        return target;
    }

    // A new file would take the place of a pipe or a socket. Opened for both directions, a pipe does not wait for its other end.
    private static bool IsOrdinary(string target)
    {
        try
        {
            using var file = new FileStream(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return file.CanSeek;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // A device or a pipe keeps its name; moving a file there would take its place.
    private static bool IsDevice(string target) =>
        !OperatingSystem.IsWindows()
        && (target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal))
        && !target.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static Refusal Refused(string path, LocalizedText reason) =>
        new(new($"{path} cannot be written: {reason.En}", $"{path} kann nicht geschrieben werden: {reason.De}"));
}
