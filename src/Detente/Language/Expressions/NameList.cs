namespace Detente.Language.Expressions;

/// <summary>Declared elements of one kind in declaration order, found by name. Of two elements of one name the first is found.</summary>
/// <typeparam name="T">What is known of an element.</typeparam>
internal sealed class NameList<T>(Func<T, string> idOf)
{
    /// <summary>Of more names no suggestion is looked for: it would cost more than it helps.</summary>
    private const int MostCompared = 2000;

    private readonly List<T> items = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>How many were declared.</summary>
    public int Count => items.Count;

    /// <summary>The element at a place.</summary>
    public T this[int place] => items[place];

    /// <summary>The names in declaration order.</summary>
    public IEnumerable<string> Ids => items.Select(idOf);

    /// <summary>Declares an element; its place is the number of elements declared before it.</summary>
    public int Add(T item)
    {
        places.TryAdd(idOf(item), items.Count);
        items.Add(item);
        return items.Count - 1;
    }

    /// <summary>Declares several elements.</summary>
    public void AddRange(IEnumerable<T> range)
    {
        foreach (var item in range)
        {
            Add(item);
        }
    }

    /// <summary>The place of a name, or null.</summary>
    public int? Find(string id) => places.TryGetValue(id, out var place) ? place : null;

    /// <summary>The declared name that was probably meant, or null.</summary>
    public string? Suggest(string written) => Count <= MostCompared ? Suggestion.For(written, Ids) : null;
}
