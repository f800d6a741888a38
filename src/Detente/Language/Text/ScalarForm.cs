namespace Detente.Language.Text;

/// <summary>How a scalar is written in the file.</summary>
internal enum ScalarForm
{
    /// <summary>Without quotes, possibly folded over several lines.</summary>
    Plain,

    /// <summary>In single quotes.</summary>
    SingleQuoted,

    /// <summary>In double quotes, possibly with escapes.</summary>
    DoubleQuoted,

    /// <summary>A literal or folded block.</summary>
    Block,
}
