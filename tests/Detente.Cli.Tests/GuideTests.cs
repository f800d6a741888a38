using Detente.Language;

namespace Detente.Cli.Tests;

/// <summary>The model that the guide builds with its reader.</summary>
public sealed class GuideTests
{
    public const string English = "docs/guide/your-own-model.md";

    public const string German = "docs/guide/your-own-model.de.md";

    [Theory]
    [InlineData(English)]
    [InlineData(German)]
    public void The_model_at_the_end_is_clean_and_its_claims_hold(string document)
    {
        using var tour = new Tour(document);
        tour.Follow();
        Assert.Equal(8, tour.Writings);
        var check = Shell.Run("check", tour.Combine("india-pakistan.yaml"));
        Assert.Equal(ExitCode.Fine, check.Code);
        Assert.EndsWith("claims 3\n0 errors, 0 warnings\n", check.Output, StringComparison.Ordinal);
        var verify = Shell.Run("verify", tour.Combine("india-pakistan.yaml"), "--draws", "20", "--paths", "100");
        Assert.Contains("\n3 claims: 3 hold, 0 fail, 0 undecided, 0 vacuous; ", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_build_the_same_model()
    {
        Assert.Equal(Hash(English), Hash(German));

        static string Hash(string document)
        {
            using var tour = new Tour(document);
            tour.Follow();
            return ModelText.Hash(ModelText.Read(tour.Combine("india-pakistan.yaml")).Model!);
        }
    }
}
