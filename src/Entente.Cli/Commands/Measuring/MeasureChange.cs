using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Parties;
using Entente.Sources.Estimates;

namespace Entente.Cli.Commands.Measuring;

/// <summary>`measure change A B`: why two states agree more or less in the General Assembly than they did.</summary>
internal static class MeasureChange
{
    private const string Where = "measure change";

    public static Command Create(CommandContext context)
    {
        var first = MeasureCommand.State("A", "A state: its code or name.");
        var second = MeasureCommand.State("B", "Another.");
        var from = new Option<int>("--from")
        {
            Description = "The year in which the earlier session began.",
            HelpName = "YEAR",
            Required = true,
        };
        var to = new Option<int>("--to")
        {
            Description = "The year in which the later session began.",
            HelpName = "YEAR",
            Required = true,
        };
        var format = CommonOptions.Format("text", "json");
        var output = CommonOptions.Out();
        var command = new Command(
            "change",
            "A change of agreement in the General Assembly as position, agenda, chance and revision of the data."
        )
        {
            first,
            second,
            from,
            to,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            using var store = MeasureCommand.Store(context, Where, "unga-votes");
            var states = context.Engine.States();
            var (a, b) = (
                StateParties.Of(states, $"{Where} A", parsed.GetValue(first)!),
                StateParties.Of(states, $"{Where} B", parsed.GetValue(second)!)
            );
            var (earlier, later) = (parsed.GetValue(from), parsed.GetValue(to));
            if (earlier >= later)
                throw Wrong(string.Create(CultureInfo.InvariantCulture, $"{earlier} to {later}"), "an earlier and a later year");
            var reading =
                AgreementChanges.Of(store, states, a.Code, b.Code, earlier, later, context.Cancellation)
                ?? throw Wrong(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"no votes that {a.Name} and {b.Name} both cast in {earlier} and in {later}"
                    ),
                    "sessions of unga-votes in which both voted"
                );
            using var target = OutputTarget.Open(parsed.GetValue(output), context.Surroundings);
            if (parsed.GetValue(format) == "json")
                Figures.Json(target.Writer, j => Json(j, reading));
            else
                Text(target.Writer, reading, a.Name, b.Name);
            target.Complete();
            return ExitStatus.Done;
        });
        return command;
    }

    private static void Text(TextWriter output, AgreementChanges reading, string first, string second)
    {
        var parts = reading.Parts;
        void Line(string name, string value) => output.Write($"{name, -44}{value}\n");
        output.Write($"{first} and {second} in the General Assembly, sessions of {reading.From} and {reading.To}\n\n");
        Line("agreement then", string.Create(CultureInfo.InvariantCulture, $"{parts.Before:0.000}  on {parts.Votes.Before} votes"));
        Line("agreement now", string.Create(CultureInfo.InvariantCulture, $"{parts.After:0.000}  on {parts.Votes.After} votes"));
        Line("change", Signed(parts.Change));
        Line("  position: the two moved", Signed(parts.Position));
        Line("  agenda: other things were voted on", Signed(parts.Agenda));
        Line("  chance: what the model does not say", Signed(parts.Chance));
        Line("revision of the data, beside these", reading.Revision is { } revision ? Signed(revision) : "– (one release imported)");
        output.Write(
            "\nAgreement is the mean of 1 − |x − y|/2 over yes, abstain, no, on votes that\n"
                + "divided the house, without paragraphs and amendments since 1990. Position and\n"
                + "agenda are Shapley's shares of the change that the one-dimensional model\n"
                + "expects; they add up with chance to the change.\n"
        );
        output.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"fit: {reading.Fit.Rounds} rounds, residual {reading.Fit.Residual:0.0e+0}; from {string.Join(", ", reading.Sources)}\n"
            )
        );
    }

    private static void Json(Utf8JsonWriter json, AgreementChanges reading)
    {
        json.WriteStartObject();
        json.WriteString("schema", "entente/agreement-change/1");
        json.WriteString("first", reading.First);
        json.WriteString("second", reading.Second);
        json.WriteNumber("from", reading.From);
        json.WriteNumber("to", reading.To);
        json.WriteNumber("before", reading.Parts.Before);
        json.WriteNumber("after", reading.Parts.After);
        json.WriteNumber("votesBefore", reading.Parts.Votes.Before);
        json.WriteNumber("votesAfter", reading.Parts.Votes.After);
        json.WriteNumber("change", reading.Parts.Change);
        json.WriteNumber("position", reading.Parts.Position);
        json.WriteNumber("agenda", reading.Parts.Agenda);
        json.WriteNumber("chance", reading.Parts.Chance);
        if (reading.Revision is { } revision)
            json.WriteNumber("revision", revision);
        else
            json.WriteNull("revision");
        json.WriteNumber("rounds", reading.Fit.Rounds);
        json.WriteNumber("residual", reading.Fit.Residual);
        json.WriteStartArray("sources");
        foreach (var source in reading.Sources)
            json.WriteStringValue(source);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Signed(double value) => value.ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture);

    private static WrongUseException Wrong(string found, string expected) =>
        new(
            new InputProblem
            {
                Where = Where,
                Found = found,
                Expected = expected,
            }
        );
}
