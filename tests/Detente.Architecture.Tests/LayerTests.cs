using System.Reflection;
using Detente.Architecture.Tests.Rules;
using Detente.Studies;

namespace Detente.Architecture.Tests;

/// <summary>The rooms of src/Detente. Every rule is also run over tests/Planted, where it must find what was planted.</summary>
public sealed class LayerTests
{
    private static readonly Assembly Library = typeof(EngineVersion).Assembly;
    private static readonly Assembly PlantedMistakes = typeof(Planted.Studies.Everything).Assembly;
    private static readonly IReadOnlyList<LayerRules.Use> Uses = LayerRules.Uses(Library, "Detente");
    private static readonly IReadOnlyList<LayerRules.Use> PlantedUses = LayerRules.Uses(PlantedMistakes, "Planted");

    [Fact]
    public void Every_type_lives_in_a_room() => Violations.None(LayerRules.Homeless(Library, "Detente"));

    [Fact]
    public void No_room_uses_a_higher_one() => Violations.None(LayerRules.Upward(Uses));

    [Fact]
    public void No_room_uses_itself_through_others() => Violations.None(LayerRules.Cycles(Uses));

    [Fact]
    public void Foreign_libraries_and_files_stay_in_their_rooms() => Violations.None(LayerRules.Foreign(Uses));

    [Fact]
    public void No_type_is_called_like_a_namespace() =>
        Violations.None(LayerRules.NamesTwice(Library, Assembly.Load("Detente.Reports"), Assembly.Load("Detente.Cli")));

    [Fact]
    public void Planted_types_without_a_room_are_found() => Assert.Equal(
        ["Planted.Attic.Lost is in no room that Layers.cs lists", "Planted.Outdoors is in no room that Layers.cs lists"],
        LayerRules.Homeless(PlantedMistakes, "Planted").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Planted.Models.CallsNumerics uses Planted.Numerics.Innocent: Models knows nothing else")]
    [InlineData("Planted.Models.HoldsSyntax uses Planted.Language.Innocent: it lies above")]
    [InlineData("Planted.Numerics.KnowsModel uses Planted.Models.Innocent: it lies above")]
    [InlineData("Planted.Language.ReturnsCompiled uses Planted.Compiled.Innocent: it lies above")]
    [InlineData("Planted.Compiled.ReadsText uses Planted.Language.Innocent: text is finished before a model is compiled")]
    [InlineData("Planted.Compiled.CallsEngine uses Planted.Cib.Innocent: it lies above")]
    [InlineData("Planted.Discovery.CallsEngine uses Planted.Simulation.Innocent: it lies above")]
    [InlineData("Planted.Cib.ReadsText uses Planted.Language.Innocent+MarkAttribute: engines see compiled models, not text")]
    [InlineData("Planted.Simulation.ReadsText uses Planted.Language.Innocent: engines see compiled models, not text")]
    [InlineData("Planted.Structure.ReadsText uses Planted.Language.Innocent: engines see compiled models, not text")]
    [InlineData("Planted.Structure.CallsDiscovery uses Planted.Discovery.Innocent: engines know nothing of what is made of their results")]
    [InlineData("Planted.Simulation.CallsEvidence uses Planted.Evidence.Innocent: it lies above")]
    [InlineData("Planted.Claims.CallsStudy uses Planted.Studies.Everything: it lies above")]
    public void A_planted_upward_use_is_found(string violation) => Assert.Contains(violation, LayerRules.Upward(PlantedUses));

    [Fact]
    public void Nothing_innocent_is_accused() => Assert.DoesNotContain(
        LayerRules.Upward(PlantedUses).Concat(LayerRules.Foreign(PlantedUses)),
        violation => violation.Contains("Innocent uses", StringComparison.Ordinal) || violation.Contains("Everything uses", StringComparison.Ordinal));

    [Fact]
    public void A_planted_cycle_is_found()
    {
        var cycles = LayerRules.Cycles(PlantedUses.Where(use => use.FromRoom is "Decisions" or "Evidence")).ToList();
        Assert.Equal(["Decisions uses itself through other rooms", "Evidence uses itself through other rooms"], cycles);
    }

    [Theory]
    [InlineData("Planted.Models.ReadsYaml uses YamlDotNet.Core.Parser: reserved for Language")]
    [InlineData("Planted.Evidence.OpensFile uses System.IO.File: reserved for Language")]
    public void A_planted_foreign_use_is_found(string violation) => Assert.Contains(violation, LayerRules.Foreign(PlantedUses));

    [Fact]
    public void A_planted_type_called_like_a_namespace_is_found() =>
        Assert.Equal(["Planted.Numerics.Models is called like a namespace"], LayerRules.NamesTwice(PlantedMistakes));
}
