using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Stores;

namespace Entente.Cli.Commands.Estimate;

/// <summary>`estimate …`: models fitted to data.</summary>
internal static class EstimateCommand
{
    private const string Name = "estimate";
    private const string Description = "Fit a model to data: ideal points of states from their votes, a gravity model of trade.";

    /// <summary>The name alone, for the list of commands.</summary>
    public static Command Named() => new(Name, Description);

    public static Command Create(CommandContext context) =>
        new(Name, Description) { IdealPointsCommand.Create(context), GravityCommand.Create(context), BacktestCommand.Create(context) };
}
