using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Models.Positions;

namespace Entente.Cli.Commands.Games;

/// <summary>`game positions`: models of collective decision, set beside each other on one table.</summary>
internal static class PositionsCommand
{
    private const int MostRounds = 1000;
    private static readonly string[] Models = ["all", "mean", "median", "ktab", "bdm"];

    public static Command Create(CommandContext context)
    {
        var path = new Argument<string>("FILE") { Description = "A table of positions in KTAB's CSV, or - for standard input." };
        var model = new Option<string>("--model")
        {
            Description = "mean and median by capability × salience; ktab: the spatial model; bdm: Bueno de Mesquita's.",
            HelpName = string.Join('|', Models),
            DefaultValueFactory = _ => Models[0],
        };
        model.AcceptOnlyFromAmong(Models);
        var rounds = new Option<int>("--rounds")
        {
            Description = "Rounds of bdm (default: 10).",
            HelpName = "N",
            DefaultValueFactory = _ => 10,
        };
        var scale = new Option<string>("--scale")
        {
            Description = "The ends of the scale that ktab measures distances by (default: 0:100).",
            HelpName = "LOW:HIGH",
            DefaultValueFactory = _ => "0:100",
        };
        var format = CommonOptions.Format("text", "json");
        var output = CommonOptions.Out();
        var command = new Command("positions", "Compares models of who stands where on an issue (exploratory).")
        {
            path,
            model,
            rounds,
            scale,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            var (asked, many) = (parsed.GetValue(model)!, parsed.GetValue(rounds));
            if (many is < 0 or > MostRounds)
                throw GameCommand.Wrong("--rounds", FormattableString.Invariant($"{many}"), $"a whole number from 0 to {MostRounds}");
            var ends = Scale(parsed.GetValue(scale)!);
            var file = parsed.GetValue(path)!;
            var read = BoundedBytes.Read(new InputItem { Path = file, Named = true }, context.Surroundings.OpenInput);
            var bytes = read.Value ?? throw new WrongUseException(read.Problem!);
            var comparison = GameInput.Use(
                file,
                bytes,
                text =>
                    PositionComparison.Of(
                        PositionFile.Read(text),
                        ends,
                        asked is "all" or "ktab",
                        asked is "all" or "bdm" ? many : null,
                        context.Cancellation
                    )
            );
            using var target = OutputTarget.Open(parsed.GetValue(output), context.Surroundings);
            if (parsed.GetValue(format) == "json")
                PositionsJson.Write(target.Writer, comparison, asked, file, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            else
                PositionsText.Write(target.Writer, comparison, asked);
            target.Complete();
            return ExitStatus.Done;
        });
        return command;
    }

    private static (double Low, double High) Scale(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Number(text.AsSpan(0, colon), out var low) && Number(text.AsSpan(colon + 1), out var high) && low < high)
            return (low, high);
        throw GameCommand.Wrong("--scale", $"'{text}'", "two numbers, the lower first: LOW:HIGH");

        static bool Number(ReadOnlySpan<char> text, out double value) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }
}
