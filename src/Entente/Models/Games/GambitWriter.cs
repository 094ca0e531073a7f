using System.Globalization;
using System.Text;
using Entente.Numerics.Games;

namespace Entente.Models.Games;

/// <summary>Writes Gambit's files of games: what was read comes back, names, notes, numbers of sets and digits of figures too.</summary>
public static class GambitWriter
{
    public static string Write(GameFile game)
    {
        var text = new StringBuilder();
        var version = game is StrategicGame ? "NFG 1" : "EFG 2";
        text.Append(CultureInfo.InvariantCulture, $"{version} {game.Data} {Quoted(game.Title)} {Labels(game.Players)}");
        switch (game)
        {
            case StrategicGame strategic:
                Strategic(text, strategic);
                break;
            case SequentialGame sequential:
                Sequential(text, sequential);
                break;
        }
        return text.ToString();
    }

    private static void Strategic(StringBuilder text, StrategicGame game)
    {
        text.Append("\n\n{ ");
        text.AppendJoin(
            game.Named ? "\n" : " ",
            game.Strategies.Select(s => game.Named ? Labels(s) : s.Count.ToString(CultureInfo.InvariantCulture))
        );
        text.Append(game.Named ? "\n}\n" : " }\n");
        if (game.Comment is { } comment)
            text.Append(Quoted(comment)).Append('\n');
        text.Append('\n');
        if (game.Outcomes is null)
        {
            foreach (var profile in game.Payoffs.Chunk(game.Players.Count))
                text.AppendJoin(' ', profile.Select(p => p.Text)).Append('\n');
            return;
        }
        text.Append("{\n");
        foreach (var outcome in game.Outcomes)
            text.Append("{ ").Append(Quoted(outcome.Name)).Append(' ').AppendJoin(", ", outcome.Payoffs.Select(p => p.Text)).Append(" }\n");
        text.Append("}\n").AppendJoin(' ', game.Cells).Append('\n');
    }

    private static void Sequential(StringBuilder text, SequentialGame game)
    {
        text.Append('\n');
        if (game.Comment is { } comment)
            text.Append(Quoted(comment)).Append('\n');
        foreach (var node in game.Nodes)
        {
            var kind = node.Kind switch
            {
                NodeKind.Chance => 'c',
                NodeKind.Decision => 'p',
                _ => 't',
            };
            text.Append(kind).Append(' ').Append(Quoted(node.Name)).Append(' ');
            if (node.Move >= 0)
                Move(text, game.Moves[node.Move]);
            text.Append(node.Outcome);
            if (node.Outcome != 0)
            {
                var outcome = game.Outcomes[node.Outcome];
                text.Append(' ')
                    .Append(Quoted(outcome.Name))
                    .Append(" { ")
                    .AppendJoin(", ", outcome.Payoffs.Select(p => p.Text))
                    .Append(" }");
            }
            text.Append('\n');
        }
    }

    private static void Move(StringBuilder text, GameMove move)
    {
        if (move.Player > 0)
            text.Append(move.Player).Append(' ');
        text.Append(move.Number).Append(' ').Append(Quoted(move.Name)).Append(" { ");
        for (var a = 0; a < move.Actions.Count; a++)
        {
            text.Append(Quoted(move.Actions[a])).Append(' ');
            if (move.Player == 0)
                text.Append(move.Probabilities[a].Text).Append(' ');
        }
        text.Append("} ");
    }

    private static string Labels(IEnumerable<string> labels) => "{ " + string.Join(' ', labels.Select(Quoted)) + " }";

    private static string Quoted(string label) => $"\"{label.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
