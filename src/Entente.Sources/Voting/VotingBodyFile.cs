using System.Globalization;
using Entente.Catalogue;
using Entente.Models.Voting;
using Entente.Quantities;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Scenarios;
using NodaTime;

namespace Entente.Sources.Voting;

/// <summary>
/// A body that a file describes: members with weights and vetoes, a quota, further criteria. YAML says everything; a CSV has the members, and the
/// command line the quotas. The form is in docs/models/voting.md.
/// </summary>
public static class VotingBodyFile
{
    private const int MostMembers = 1000;

    /// <param name="path">The file.</param>
    /// <param name="day">Members are those of this day, where the file says from when to when.</param>
    /// <param name="quotas">For a CSV: `12`, `65%`, `COLUMN=65%`; the first for the column `weight` where it names none.</param>
    /// <exception cref="DataFileException">Something is wrong: the place, what was found, what was expected.</exception>
    public static VotingBody Read(string path, LocalDate day, IReadOnlyList<string> quotas)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(quotas);
        return path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? FromCsv(path, day, quotas) : FromYaml(path, day);
    }

    private static VotingBody FromYaml(string path, LocalDate day)
    {
        var root = ScenarioYaml.Open(path);
        ScenarioYaml.Only(
            root,
            "name",
            "rule",
            "source",
            "counted",
            "quota",
            "majority",
            "criteria",
            "fewest_to_block",
            "from",
            "to",
            "members"
        );
        if (Day(root["from"], false) is { } first && day < first)
            throw ScenarioYaml.Wrong(
                root["from"],
                path,
                $"members from {Period.OfDay(first).Text} on",
                "a day from then on",
                $"{Period.OfDay(day).Text} was asked for"
            );
        if (Day(root["to"], true) is { } last && day > last)
            throw ScenarioYaml.Wrong(
                root["to"],
                path,
                $"members up to {Period.OfDay(last).Text}",
                "a day up to then",
                $"{Period.OfDay(day).Text} was asked for"
            );
        var criteria = ScenarioYaml.List(root, "criteria");
        foreach (var criterion in criteria)
            ScenarioYaml.Only(criterion, "name", "weight", "quota", "majority");
        var columns = criteria.Select(c => ScenarioYaml.Text(c, "weight", "")).Where(c => c.Length > 0).ToArray();
        var members = ScenarioYaml
            .List(root, "members")
            .Select(node =>
            {
                ScenarioYaml.Only(node, ["name", "weight", "veto", "from", "to", .. columns]);
                return new Member(
                    ScenarioYaml.Text(node, "name"),
                    node["weight"] is { } weight ? Whole(weight, "a weight") : 1,
                    node["veto"]?.Scalar switch
                    {
                        null or "false" or "no" => false,
                        "true" or "yes" => true,
                        _ => throw ScenarioYaml.Wrong(node["veto"], path, $"'{node["veto"]!.Scalar}'", "true or false"),
                    },
                    Day(node["from"], false),
                    Day(node["to"], true),
                    columns.ToDictionary(c => c, c => Whole(ScenarioYaml.Required(node, c), c), StringComparer.Ordinal),
                    (found, expected) => ScenarioYaml.Wrong(node, path, found, expected)
                );
            })
            .ToList();
        var sitting = Sitting(
            members,
            day,
            ScenarioYaml.Wrong(root["members"] ?? root, path, "no member on that day", "members, each with a name")
        );
        return new()
        {
            Code = Path.GetFileName(path),
            Name = ScenarioYaml.Text(root, "name", Path.GetFileNameWithoutExtension(path)),
            Seats = [.. sitting.Select(m => new Seat(m.Name, m.Weight, m.Veto))],
            Threshold = Threshold(root, sitting.Sum(m => m.Weight)),
            Counted = ScenarioYaml.Text(root, "counted", "votes"),
            Also =
            [
                .. criteria.Select(c =>
                {
                    var weight = ScenarioYaml.Text(c, "weight", "");
                    int[] weights = [.. sitting.Select(m => weight.Length == 0 ? 1 : m.Others[weight])];
                    return new Criterion(ScenarioYaml.Text(c, "name"), weights, Threshold(c, weights.Sum()));
                }),
            ],
            FewestToBlock = root["fewest_to_block"] is { } fewest ? Whole(fewest, "fewest_to_block") : null,
            Rule = ScenarioYaml.Text(root, "rule", "as in the file"),
            Source = ScenarioYaml.Text(root, "source"),
        };
    }

    private static VotingBody FromCsv(string path, LocalDate day, IReadOnlyList<string> quotas)
    {
        using var table = new CsvTable(DataFileInput.Of(path)[0]);
        var name = table.Column("member");
        var own = table.Has("weight") ? table.Column("weight") : -1;
        var veto = table.Has("veto") ? table.Column("veto") : -1;
        var wanted = quotas.Select(q => Split(path, q)).ToList();
        if (wanted.Count == 0)
            throw new DataFileException(path, 0, "", "no quota", "--quota N, --quota 65% or --quota COLUMN=65%");
        foreach (var (column, _) in wanted)
            if (column != "weight" && !table.Has(column))
                throw new DataFileException(path, 1, "", $"no column '{column}'", $"one of {string.Join(", ", table.Header)}");
        var columns = wanted.Select(w => w.Column).Where(c => c != "weight").ToArray();
        var members = new List<Member>();
        while (table.Next())
        {
            var line = table.Line;
            members.Add(
                new(
                    table.Required(name),
                    own < 0 ? 1 : Whole(table, own),
                    veto >= 0
                        && table.Text(veto) switch
                        {
                            "" or "0" or "no" or "false" => false,
                            "1" or "yes" or "true" => true,
                            var other => throw table.Bad(veto, CsvTable.Shown(other), "yes or no"),
                        },
                    null,
                    null,
                    columns.ToDictionary(c => c, c => Whole(table, table.Column(c)), StringComparer.Ordinal),
                    (found, expected) => new DataFileException(path, line, "", found, expected)
                )
            );
        }
        var sitting = Sitting(members, day, new DataFileException(path, 0, "", "no member", "a row for each member"));
        var first = wanted.FindIndex(w => w.Column == "weight");
        // With quotas only on other columns, the first of them is the body's own.
        var seats = sitting.Select(m => new Seat(m.Name, first < 0 ? m.Others[wanted[0].Column] : m.Weight, m.Veto)).ToList();
        first = Math.Max(first, 0);
        return new()
        {
            Code = Path.GetFileName(path),
            Name = Path.GetFileNameWithoutExtension(path),
            Seats = seats,
            Threshold = Quota(wanted[first].Quota, seats.Sum(s => s.Weight), (f, e) => new DataFileException("--quota", 0, "", f, e)),
            Counted = wanted[first].Column,
            Also =
            [
                .. wanted
                    .Where((_, i) => i != first)
                    .Select(w =>
                    {
                        int[] weights = [.. sitting.Select(m => m.Others.TryGetValue(w.Column, out var other) ? other : m.Weight)];
                        return new Criterion(
                            w.Column,
                            weights,
                            Quota(w.Quota, weights.Sum(), (f, e) => new DataFileException("--quota", 0, "", f, e))
                        );
                    }),
            ],
            Rule = string.Join(" and ", wanted.Select(w => $"{w.Quota} of {w.Column}")),
            Source = path,
        };
    }

    private static List<Member> Sitting(List<Member> members, LocalDate day, DataFileException none)
    {
        var sitting = members.Where(m => (m.From is null || m.From <= day) && (m.To is null || day <= m.To)).ToList();
        if (sitting.Count == 0)
            throw none;
        if (sitting.Count > MostMembers)
            throw sitting[MostMembers].Wrong($"more than {MostMembers} members", "fewer");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in sitting)
            if (!seen.Add(member.Name))
                throw member.Wrong($"the member '{member.Name}' twice", "each member once");
        foreach (var column in (string[])["weight", .. sitting[0].Others.Keys])
            if (sitting.Sum(m => column == "weight" ? (long)m.Weight : m.Others[column]) is > MostWeight and var sum)
                throw sitting[^1]
                    .Wrong(FormattableString.Invariant($"weights in '{column}' that sum to {sum}"), $"at most {MostWeight} in all");
        return sitting;
    }

    private static Threshold Threshold(LocatedNode node, int total)
    {
        if (node["majority"] is { } majority)
        {
            if (node["quota"] is not null)
                throw ScenarioYaml.Wrong(majority, majority.File, "a quota and a majority", "one of them");
            var text = majority.Scalar ?? "";
            var strict = text.StartsWith("more than ", StringComparison.Ordinal);
            var parts = (strict ? text["more than ".Length..] : text).Split('/');
            return
                parts.Length == 2
                && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var part)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var of)
                && part > 0
                && part < of
                ? new Majority(part, of, strict)
                : throw ScenarioYaml.Wrong(
                    majority,
                    majority.File,
                    $"'{text}'",
                    "a part of those who vote yes or no: 2/3, or more than 1/2"
                );
        }
        var quota = ScenarioYaml.Required(node, "quota");
        return Quota(quota.Scalar ?? "", total, (found, expected) => ScenarioYaml.Wrong(quota, quota.File, found, expected));
    }

    private static Quota Quota(string text, int total, Func<string, string, DataFileException> wrong)
    {
        var share = text.EndsWith('%');
        if (
            !decimal.TryParse(
                share ? text[..^1].Trim() : text,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            throw wrong($"'{text}'", "a weight such as 12, or a part of all such as 65%");
        var weight = share ? Math.Ceiling(number * total / 100) : number;
        return weight == Math.Floor(weight) && weight >= 1 && weight <= total
            ? new Quota((int)weight)
            : throw wrong($"'{text}'", FormattableString.Invariant($"a whole weight from 1 to {total}, the weight of all"));
    }

    private static (string Column, string Quota) Split(string path, string given)
    {
        var at = given.IndexOf('=', StringComparison.Ordinal);
        var (column, quota) = at < 0 ? ("weight", given) : (given[..at].Trim(), given[(at + 1)..].Trim());
        return column.Length > 0 && quota.Length > 0
            ? (column, quota)
            : throw new DataFileException(path, 0, "", $"--quota '{given}'", "--quota N, --quota 65% or --quota COLUMN=65%");
    }

    private static int Whole(LocatedNode node, string what) =>
        int.TryParse(
            (node.Scalar ?? "").Replace("_", "", StringComparison.Ordinal),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var value
        )
        && value <= MostWeight
            ? value
            : throw ScenarioYaml.Wrong(node, node.File, $"'{node.Scalar}'", $"{what}: a whole number from 0 to {MostWeight}");

    private static int Whole(CsvTable table, int column) =>
        table.Integer(column) is >= 0 and <= MostWeight and var value
            ? (int)value
            : throw table.Bad(column, CsvTable.Shown(table.Text(column)), $"a whole number from 0 to {MostWeight}");

    private const int MostWeight = int.MaxValue - 2;

    private static LocalDate? Day(LocatedNode? node, bool end) =>
        node is null ? null
        : Period.TryParse(node.Scalar ?? "", out var period) ? (end ? period.End : period.Start)
        : throw ScenarioYaml.Wrong(node, node.File, $"'{node.Scalar}'", "a day or a year such as 2024-01-01");

    private sealed record Member(
        string Name,
        int Weight,
        bool Veto,
        LocalDate? From,
        LocalDate? To,
        IReadOnlyDictionary<string, int> Others,
        Func<string, string, DataFileException> Wrong
    );
}
