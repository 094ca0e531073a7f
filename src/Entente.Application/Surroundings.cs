using System.Text;
using Entente.Quantities;
using NodaTime;

namespace Entente.Application;

/// <summary>Everything a run touches outside itself, so that a test can be its surroundings.</summary>
internal sealed record Surroundings
{
    public required Func<Stream> OpenInput { get; init; }

    public required Func<Stream> OpenOutput { get; init; }

    public required TextWriter Error { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal; reports never use more than 100.</summary>
    public int Width { get; init; } = 80;

    public required Func<string, string?> Environment { get; init; }

    public required IToday Today { get; init; }

    /// <summary>The moment, for the ledger of imports.</summary>
    public Instant Now { get; init; } = SystemClock.Instance.GetCurrentInstant();

    /// <summary>Where the program's own files lie.</summary>
    public required string ProgramFolder { get; init; }

    public bool Colour => OutputIsTerminal && string.IsNullOrEmpty(Environment("NO_COLOR")) && Environment("TERM") != "dumb";

    /// <summary>The running process's own.</summary>
    public static Surroundings OfProcess() =>
        new()
        {
            OpenInput = Console.OpenStandardInput,
            OpenOutput = Console.OpenStandardOutput,
            Error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? 80 : TerminalWidth(),
            Environment = System.Environment.GetEnvironmentVariable,
            Today = new SystemToday(),
            ProgramFolder = AppContext.BaseDirectory,
        };

    /// <summary>UTF-8 without a byte-order mark; what cannot be encoded (half a surrogate pair) becomes U+FFFD.</summary>
    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth is > 20 and var width ? Math.Min(width, 100) : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }

    private sealed class SystemToday : IToday
    {
        // The day in UTC: the local calendar would make the same command differ between two desks.
        public LocalDate Today => SystemClock.Instance.GetCurrentInstant().InUtc().Date;
    }
}
