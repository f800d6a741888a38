using Detente.Studies;

namespace Detente.Tests.Studies;

public sealed class EngineVersionTests
{
    [Fact]
    public void The_version_is_a_plain_semantic_version_without_a_commit() => Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9a-z.]+)?$", EngineVersion.Number);
}
