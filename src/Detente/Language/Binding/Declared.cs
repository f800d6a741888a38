using Detente.Language.Syntax;
using Detente.Language.Text;

namespace Detente.Language.Binding;

/// <summary>An element with its name, its place in the model's list and what is written about it.</summary>
/// <param name="Key">The name as written.</param>
/// <param name="Node">What is written about it.</param>
internal sealed record Declared(LocatedText Key, SyntaxNode Node)
{
    public string Id => Key.Text;
}
