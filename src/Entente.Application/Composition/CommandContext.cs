using Entente.Application.Composition;
using Entente.Application.Outputs;
using NodaTime;

namespace Entente.Application.Composition;

/// <summary>What every command is handed: its surroundings, the engine (put together on first use) and the token that a signal cancels.</summary>
internal sealed class CommandContext(Surroundings surroundings, Func<Engine> compose, CancellationToken cancellation)
{
    private readonly Lazy<Engine> engine = new(compose, LazyThreadSafetyMode.ExecutionAndPublication);

    public Surroundings Surroundings { get; } = surroundings;

    public Engine Engine => engine.Value;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Progress is drawn only where the results do not go to the same screen.</summary>
    public Messages Messages(bool resultsGoToFile) =>
        new(Surroundings.Error, Surroundings.ErrorIsTerminal && (resultsGoToFile || !Surroundings.OutputIsTerminal));

    /// <summary>The day of `--as-of`, today where it is not given.</summary>
    public LocalDate AsOf(string? given) => given is null ? Surroundings.Today.Today : ParsePeriod("--as-of", given, dayOnly: true).End;

    public static Period? Published(string? given) => given is null ? null : ParsePeriod("--published", given, dayOnly: false);

    /// <summary>The day that an option names.</summary>
    public static LocalDate Day(string option, string given) =>
        ParsePeriod(option, given, dayOnly: true) is { Kind: Entente.Quantities.PeriodKind.Day } period
            ? period.End
            : throw new WrongUseException(
                new InputProblem
                {
                    Where = option,
                    Found = $"'{given}'",
                    Expected = "a day such as 2024-04-09",
                }
            );

    private static Period ParsePeriod(string option, string text, bool dayOnly)
    {
        if (Period.TryParse(text, out var period) && (!dayOnly || period.Kind != Entente.Quantities.PeriodKind.Range))
            return period;
        throw new WrongUseException(
            new InputProblem
            {
                Where = option,
                Found = $"'{text}'",
                Expected = "a date such as 2024-04-09, 2024-04 or 2024",
            }
        );
    }
}
