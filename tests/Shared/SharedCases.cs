namespace Detente.Testing;

/// <summary>
/// Reference cases that live outside the repository: the folder named by DETENTE_SHARED, else ../shared beside the repository.
/// A test that needs them skips, with the reason, where they are missing.
/// </summary>
internal static class SharedCases
{
    public static string? Folder { get; } = Find();

    /// <summary>The full path of a file or folder in there; skips the running test when it is missing.</summary>
    public static string Require(params ReadOnlySpan<string> parts)
    {
        if (Folder is null)
        {
            Assert.Skip("The shared cases are not here: set DETENTE_SHARED, or put them beside the repository as ../shared.");
        }

        var path = Path.Combine([Folder, .. parts]);
        if (!Path.Exists(path))
        {
            Assert.Skip("The shared cases have no " + string.Join('/', parts) + ".");
        }

        return path;
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("DETENTE_SHARED");
        var folder = string.IsNullOrEmpty(named) ? Path.GetFullPath(RepositoryRoot.Combine("..", "shared")) : Path.GetFullPath(named);
        return Directory.Exists(folder) ? folder : null;
    }
}
