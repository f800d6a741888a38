namespace Detente.Testing;

/// <summary>Where this repository is checked out: the nearest folder above the running tests that holds the solution.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    /// <summary>A path below the root, in the way this system writes it.</summary>
    public static string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Detente.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No Detente.slnx above " + AppContext.BaseDirectory);
    }
}
