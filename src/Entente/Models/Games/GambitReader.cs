using Entente.Numerics.Games;

namespace Entente.Models.Games;

/// <summary>Reads Gambit's files of games: strategic ones (.nfg, with payoffs or with outcomes) and extensive ones (.efg).</summary>
public static class GambitReader
{
    private const int MostProfiles = 1 << 20;

    /// <summary>Reads a game of either kind; the first word says which.</summary>
    /// <exception cref="GameFileException">The text is no such file, or the game lacks something.</exception>
    public static GameFile Read(string text)
    {
        var scanner = new GambitScanner(text);
        if (scanner.Token == GambitToken.Word && scanner.Text == "NFG")
            return Strategic(scanner);
        if (scanner.Token == GambitToken.Word && scanner.Text == "EFG")
            return new ExtensiveReader(scanner, Data(scanner, 2)).Read();
        throw scanner.Wrong("NFG or EFG");
    }

    private static char Data(GambitScanner scanner, int version)
    {
        scanner.Next();
        if (scanner.Token != GambitToken.Number || scanner.Text != (version == 1 ? "1" : "2"))
            throw scanner.Wrong($"version {version}");
        scanner.Next();
        if (scanner.Token != GambitToken.Word || scanner.Text is not ("R" or "D"))
            throw scanner.Wrong("R or D");
        var data = scanner.Text[0];
        scanner.Next();
        return data;
    }

    internal static List<string> Labels(GambitScanner scanner, string of)
    {
        scanner.Expect(GambitToken.Open, $"{{ before {of}");
        var labels = new List<string>();
        while (scanner.Token == GambitToken.Label)
            labels.Add(scanner.Label(of));
        if (labels.Count == 0)
            throw scanner.Wrong(of);
        scanner.Expect(GambitToken.Close, $"a label, or }} after {of}");
        return labels;
    }

    /// <summary>One payoff for each player, with commas between them or without.</summary>
    internal static Numeral[] Payoffs(GambitScanner scanner, IReadOnlyList<string> players)
    {
        var payoffs = new Numeral[players.Count];
        for (var p = 0; p < payoffs.Length; p++)
        {
            payoffs[p] = scanner.Number($"the payoff of player {p + 1} of {players.Count}, \"{players[p]}\"");
            scanner.Accept(GambitToken.Comma);
        }
        scanner.Expect(GambitToken.Close, $"}} after {players.Count} payoffs");
        return payoffs;
    }

    private static StrategicGame Strategic(GambitScanner scanner)
    {
        var data = Data(scanner, 1);
        var title = scanner.Label("a title in quotation marks");
        var players = Labels(scanner, "the names of the players");
        scanner.Expect(GambitToken.Open, "{ before the strategies");
        var named = scanner.Token == GambitToken.Open;
        var strategies = new List<IReadOnlyList<string>>();
        var profiles = 1L;
        foreach (var player in players)
        {
            var (line, column) = (scanner.Line, scanner.Column);
            if (named)
                strategies.Add(Labels(scanner, $"the strategies of \"{player}\""));
            else
            {
                var count = scanner.Whole(1, $"how many strategies \"{player}\" has");
                if (count > MostProfiles)
                    throw new GameFileException(line, column, $"{count} strategies", $"at most {MostProfiles} profiles");
                strategies.Add([.. Enumerable.Range(1, count).Select(i => $"{i}")]);
            }
            if ((profiles *= strategies[^1].Count) > MostProfiles)
                throw new GameFileException(line, column, "more profiles than can be held", $"at most {MostProfiles} profiles");
        }
        scanner.Expect(GambitToken.Close, "} after the strategies of the last player");
        var game = new StrategicGame
        {
            Title = title,
            Players = players,
            Data = data,
            Comment = scanner.Token == GambitToken.Label ? scanner.Label("") : null,
            Strategies = strategies,
            Named = named,
        };
        game = scanner.Token == GambitToken.Open ? WithOutcomes(scanner, game, (int)profiles) : WithPayoffs(scanner, game, (int)profiles);
        return scanner.Token == GambitToken.End ? game : throw scanner.Wrong($"the end of the file after {profiles} profiles");
    }

    private static StrategicGame WithPayoffs(GambitScanner scanner, StrategicGame game, int profiles)
    {
        var payoffs = new List<Numeral>();
        for (var i = 0; i < profiles; i++)
        for (var p = 0; p < game.Players.Count; p++)
        {
            payoffs.Add(scanner.Number($"the payoff of \"{game.Players[p]}\" in profile {i + 1} of {profiles}"));
            scanner.Accept(GambitToken.Comma);
        }
        return game with { Payoffs = payoffs };
    }

    private static StrategicGame WithOutcomes(GambitScanner scanner, StrategicGame game, int profiles)
    {
        var outcomes = new List<GameOutcome>();
        scanner.Expect(GambitToken.Open, "{ before the outcomes");
        while (scanner.Accept(GambitToken.Open))
            outcomes.Add(new(scanner.Label("the name of an outcome"), Payoffs(scanner, game.Players)));
        scanner.Expect(GambitToken.Close, "an outcome, or } after the last");
        var cells = new int[profiles];
        for (var i = 0; i < profiles; i++)
        {
            var expected = $"the outcome of profile {i + 1} of {profiles}: a number from 0 to {outcomes.Count}";
            var (line, column) = (scanner.Line, scanner.Column);
            cells[i] = scanner.Whole(0, expected);
            if (cells[i] > outcomes.Count)
                throw new GameFileException(line, column, $"outcome {cells[i]}", expected);
        }
        return game with { Outcomes = outcomes, Cells = cells };
    }
}
