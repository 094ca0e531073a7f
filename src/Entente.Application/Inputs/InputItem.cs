namespace Entente.Application.Inputs;

/// <summary>Something a command was given or met: a file to read, standard input, or a problem with a place.</summary>
internal sealed record InputItem
{
    /// <summary>As it was named, for messages and reports; `-` is standard input.</summary>
    public required string Path { get; init; }

    /// <summary>True where the user named this very path: then a failure ends with status 2. Met while walking a folder it is a warning.</summary>
    public required bool Named { get; init; }

    /// <summary>Set where there is nothing to read.</summary>
    public InputProblem? Problem { get; init; }

    public bool IsStandardInput => Path == "-";
}
