using System.Globalization;
using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Identity;

/// <summary>Reads `catalogue/states.csv` and `catalogue/state-codes.csv`: who the parties of data files are, and how files write them.</summary>
public static class StateCodeFiles
{
    /// <param name="catalogue">The folder that holds both files.</param>
    /// <exception cref="DataFileException">A file is missing or broken; the place is named.</exception>
    public static StateCodes Load(string catalogue)
    {
        var parties = new List<StateIdentity>();
        using (var table = new CsvTable(Only(catalogue, "states.csv")))
        {
            var (id, code, name, kind) = (table.Column("id"), table.Column("code"), table.Column("name"), table.Column("kind"));
            var (from, to, successor) = (table.Column("from"), table.Column("to"), table.Column("successor"));
            while (table.Next())
                parties.Add(
                    new StateIdentity
                    {
                        Id = (int)table.Integer(id),
                        Code = table.Required(code),
                        Name = table.Required(name),
                        Kind = KindOf(table, kind),
                        From = (int?)table.IntegerOrMissing(from),
                        To = (int?)table.IntegerOrMissing(to),
                        Successor = table.Text(successor) is { Length: > 0 } text ? text : null,
                    }
                );
        }
        var codes = new List<StateCode>();
        using (var table = new CsvTable(Only(catalogue, "state-codes.csv")))
        {
            var (code, system, value) = (table.Column("code"), table.Column("system"), table.Column("value"));
            var (from, to) = (table.Column("from"), table.Column("to"));
            while (table.Next())
                codes.Add(
                    new StateCode(
                        table.Required(code),
                        SystemOf(table, system),
                        table.Required(value),
                        (int?)table.IntegerOrMissing(from),
                        (int?)table.IntegerOrMissing(to)
                    )
                );
        }
        try
        {
            return new StateCodes(parties, codes);
        }
        catch (ArgumentException e)
        {
            throw new DataFileException("catalogue/state-codes.csv", 0, "", e.Message, "one party for each code and year");
        }
    }

    private static DataFileInput Only(string catalogue, string name) => DataFileInput.Of(Path.Combine(catalogue, name))[0];

    private static IdentityKind KindOf(CsvTable table, int column) =>
        table.Text(column) switch
        {
            "state" => IdentityKind.State,
            "territory" => IdentityKind.Territory,
            "historical" => IdentityKind.Historical,
            "organisation" => IdentityKind.Organisation,
            "aggregate" => IdentityKind.Aggregate,
            var other => throw table.Bad(column, CsvTable.Shown(other), "state, territory, historical, organisation or aggregate"),
        };

    private static CodeSystem SystemOf(CsvTable table, int column) =>
        table.Text(column) switch
        {
            "iso3" => CodeSystem.Iso3,
            "iso2" => CodeSystem.Iso2,
            "m49" => CodeSystem.M49,
            "cow" => CodeSystem.Cow,
            "cowc" => CodeSystem.CowLetters,
            "gw" => CodeSystem.GleditschWard,
            "imf" => CodeSystem.Imf,
            "name" => CodeSystem.Name,
            var other => throw table.Bad(column, CsvTable.Shown(other), "iso3, iso2, m49, cow, cowc, gw, imf or name"),
        };
}
