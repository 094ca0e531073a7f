using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Stores;
using Entente.Cli.Commands.Record;
using Entente.Sources.Store;

namespace Entente.Cli.Commands.Measuring;

/// <summary>`measure`: measures of pairs and triangles of states from what was imported.</summary>
internal static class MeasureCommand
{
    private const string Name = "measure";
    private const string Description =
        "Measures of a pair or a triangle of states from imported datasets: trade, price, breaks, triangle, communities, change.";

    /// <summary>The name alone, for the list of commands.</summary>
    public static Command Named() => new(Name, Description);

    public static Command Create(CommandContext context) =>
        new(Name, Description)
        {
            MeasureTrade.Create(context),
            MeasurePrice.Create(context),
            MeasureBreaks.Create(context),
            MeasureTriangle.Create(context),
            MeasureCommunities.Create(context),
            MeasureChange.Create(context),
        };

    public static Argument<string> State(string name, string description) => new(name) { Description = description };

    public static Option<int?> Year(string name, string description) => new(name) { Description = description, HelpName = "YEAR" };

    /// <exception cref="WrongUseException">The years are not in order.</exception>
    public static void InOrder(int? from, int? to)
    {
        if (from > to)
            throw new WrongUseException(
                new InputProblem
                {
                    Where = "--to",
                    Found = $"{to}",
                    Expected = $"a year not before {from}",
                }
            );
    }

    /// <summary>The store; it must be there.</summary>
    /// <param name="needed">A dataset to begin with.</param>
    public static IRecordStore Store(CommandContext context, string where, string needed) =>
        Stores.OpenExisting(context)
        ?? throw new WrongUseException(
            new InputProblem
            {
                Where = where,
                Found = "no store",
                Expected = "datasets imported before",
                Hint = $"entente record import {needed} FILE",
            }
        );

    /// <summary>An unknown word of an option, with the words there are.</summary>
    public static WrongUseException NoSuch(string option, string found, IEnumerable<string> words) =>
        new(
            new InputProblem
            {
                Where = option,
                Found = $"'{found}'",
                Expected = string.Join(", ", words),
            }
        );
}
