// Each type here breaks one rule of the architecture tests on purpose, in rooms named like those of src/Detente.
// What is called Innocent or Everything breaks none and must not be accused.
#pragma warning disable CA1822, CA1823, CS0169, CS0414, CS0649, MA0015

namespace Planted
{
    public sealed class Outdoors;
}

namespace Planted.Attic
{
    public sealed class Lost;
}

namespace Planted.Numerics
{
    public sealed class Innocent
    {
        public static int Count => 1;
    }

    public sealed class Models;

    public sealed class KnowsModel
    {
        public Planted.Models.Innocent? Model { get; init; }
    }
}

namespace Planted.Models
{
    public sealed class Innocent
    {
        public static int Count => 1;
    }

    public sealed class CallsNumerics
    {
        public int Sum() => Enumerable.Range(0, 3).Sum(number => number + Numerics.Innocent.Count); // inside a lambda
    }

    public sealed class HoldsSyntax
    {
        private readonly List<Language.Innocent> syntax = []; // as a type argument
    }

    public sealed class ReadsYaml
    {
        public object Open(TextReader text) => new YamlDotNet.Core.Parser(text);
    }
}

namespace Planted.Language
{
    public sealed class Innocent
    {
        public Models.Innocent? Bind(string path) => new YamlDotNet.Core.Parser(File.OpenText(path)).MoveNext() ? new Models.Innocent() : null;

        [AttributeUsage(AttributeTargets.Class)]
        public sealed class MarkAttribute : Attribute;
    }

    public abstract class ReturnsCompiled
    {
        public abstract Compiled.Innocent Compile();
    }
}

namespace Planted.Compiled
{
    public sealed class Innocent
    {
        public int Count(Models.Innocent model) => model.GetHashCode() + Numerics.Innocent.Count;
    }

    public sealed class ReadsText
    {
        public async Task<int> ReadAsync(string path)
        {
            await Task.Yield();
            return new Language.Innocent().GetHashCode(); // inside a state machine
        }
    }

    public sealed class CallsEngine
    {
        public IEnumerable<int> Run()
        {
            yield return new Cib.Innocent().Solve(); // inside an iterator
        }
    }
}

namespace Planted.Discovery
{
    public sealed class Innocent
    {
        public int Peel() => Numerics.Innocent.Count;
    }

    public sealed class CallsEngine
    {
        public int Run(object engine) => engine is Simulation.Innocent ? 1 : 0; // in a type test only
    }
}

namespace Planted.Cib
{
    public sealed class Innocent
    {
        public int Solve() => new Compiled.Innocent().GetHashCode();
    }

    [Language.Innocent.Mark]
    public sealed class ReadsText;
}

namespace Planted.Simulation
{
    public sealed class Innocent
    {
        public int Run() => new Compiled.Innocent().Count(new Models.Innocent());
    }

    public sealed class ReadsText : IComparer<Language.Innocent>
    {
        public int Compare(Language.Innocent? x, Language.Innocent? y) => 0;
    }

    public sealed class CallsEvidence
    {
        public Func<int> Run() => () => new Evidence.Innocent().Update();
    }
}

namespace Planted.Structure
{
    public sealed class Innocent
    {
        public int Rank() => new Compiled.Innocent().GetHashCode();
    }

    public sealed class ReadsText
    {
        public Type Which() => typeof(Language.Innocent);
    }

    public sealed class CallsDiscovery
    {
        public int Run() => new Discovery.Innocent().Peel();
    }
}

namespace Planted.Decisions
{
    public sealed class Innocent
    {
        public int Choose() => new Evidence.Innocent().Update();
    }
}

namespace Planted.Evidence
{
    public sealed class Innocent
    {
        public int Update() => new Simulation.Innocent().Run();
    }

    public sealed class ClosesTheCircle
    {
        public int Run() => new Decisions.Innocent().Choose();
    }

    public sealed class OpensFile
    {
        public string Read(string path) => File.ReadAllText(path);
    }
}

namespace Planted.Claims
{
    public sealed class CallsStudy
    {
        public int Run() => new Studies.Everything().Run();
    }
}

namespace Planted.Studies
{
    public sealed class Everything
    {
        public int Run() => new Decisions.Innocent().Choose() + new Evidence.Innocent().Update() + new Cib.Innocent().Solve() + new Discovery.Innocent().Peel();
    }
}
