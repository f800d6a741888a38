namespace Detente.Architecture.Tests.Rules;

/// <summary>What a rule found, told in full: the assertions of the framework show the first five only.</summary>
internal static class Violations
{
    public static void None(IEnumerable<string> found)
    {
        var list = found.Distinct(StringComparer.Ordinal).ToList();
        if (list.Count > 0)
        {
            Assert.Fail(string.Join('\n', list));
        }
    }
}
