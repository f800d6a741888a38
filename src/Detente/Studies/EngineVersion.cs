using System.Reflection;

namespace Detente.Studies;

/// <summary>The version of this library as every result states it.</summary>
/// <remarks>
/// A semantic version such as <c>0.1.0</c>, without the commit: two builds of the same version answer alike.
/// The same for the life of the process; safe to read from any thread.
/// </remarks>
public static class EngineVersion
{
    /// <summary>Gets the version, for example <c>0.1.0</c>.</summary>
    public static string Number { get; } =
        typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
