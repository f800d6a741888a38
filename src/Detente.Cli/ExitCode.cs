namespace Detente.Cli;

/// <summary>What the program tells the shell that called it.</summary>
internal static class ExitCode
{
    /// <summary>Done as asked.</summary>
    public const int Fine = 0;

    /// <summary>Done, and what was asked about does not hold: a claim failed, a seal is broken.</summary>
    public const int Findings = 1;

    /// <summary>The command line, the input or a file is at fault.</summary>
    public const int Usage = 2;

    /// <summary>A mistake of ours.</summary>
    public const int Bug = 70;

    /// <summary>Stopped by the user.</summary>
    public const int Cancelled = 130;
}
