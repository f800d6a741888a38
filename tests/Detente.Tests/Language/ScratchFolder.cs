namespace Detente.Tests.Language;

/// <summary>A folder for one test; deleted with everything in it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("detente-").FullName;

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
    }

    /// <summary>A file of zeros that takes no room on the disk.</summary>
    public void WriteEmpty(string name, long length)
    {
        using var stream = File.Create(PathOf(name));
        stream.SetLength(length);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
