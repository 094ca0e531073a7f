namespace Entente.Cli;

/// <summary>What the process says to the shell that started it.</summary>
internal static class ExitStatus
{
    /// <summary>Done, nothing wrong found.</summary>
    public const int Done = 0;

    /// <summary>Done, and something is contradicted or inconsistent, or what was asked is false.</summary>
    public const int WrongFound = 1;

    /// <summary>Wrong use or unreadable input.</summary>
    public const int WrongUse = 2;

    /// <summary>A defect of Entente.</summary>
    public const int Defect = 3;

    public const int Cancelled = 130;
}
