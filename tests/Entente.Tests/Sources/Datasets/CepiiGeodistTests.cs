using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Tests.Sources.Datasets;

public sealed class CepiiGeodistTests : IDisposable
{
    private const string Pairs =
        "iso_o;iso_d;contig;comlang_off;comlang_ethno;colony;comcol;curcol;col45;smctry;dist;distcap;distw;distwces\n";
    private const string Places =
        "iso2;iso3;cnum;country;pays;area;dis_int;landlocked;continent;city_en;city_fr;lat;lon;cap;maincity;citynum;langoff_1;langoff_2;"
        + "langoff_3;colonizer1;colonizer2;colonizer3;colonizer4\n";
    private readonly ImportBench bench = new();

    [Fact]
    public void A_dot_is_no_figure()
    {
        bench.Import("cepii-geodist", bench.File(Pairs + "ABW;CCK;0;0;1;0;0;0;0;0;18614.29;18600;.;.\n"));
        bench
            .Numbers("select state1, state2, comlang_ethno, dist, distcap, distw, distwces, absent from geo_distance")
            .ShouldBe([
                [533, 166, 1, 18614.29, 18600, null, null, ((long)Absence.Unreported << 48) | ((long)Absence.Unreported << 52)],
            ]);
    }

    /// <summary>The files keep codes of their time: YUG is Serbia and Montenegro, TMP East Timor, ROM Romania, ZAR the Congo.</summary>
    [Fact]
    public void Codes_of_their_time_are_known()
    {
        bench.Import("cepii-geodist", bench.File(Pairs + "YUG;TMP;0;0;0;0;0;0;0;0;1;1;1;1\nROM;ZAR;0;0;0;0;0;0;0;0;1;1;1;1\n"));
        bench
            .Numbers("select state1, state2 from geo_distance order by state1")
            .ShouldBe([
                [642, 180],
                [891, 626],
            ]);
    }

    [Fact]
    public void A_country_may_have_two_cities_of_one_name()
    {
        bench.Import(
            "cepii-geodist",
            bench.File(
                Places
                    + "TZ;TZA;834;Tanzania;Tanzanie;945087;365.5;0;Africa;Dar es Salaam;Dar es Salaam;-6.85;39.3;2;1;25;Swahili;English;.;DEU;GBR;.;.\n"
                    + "TZ;TZA;834;Tanzania;Tanzanie;945087;365.5;0;Africa;Dar es Salaam;Dar es Salaam;-6.17;35.74;1;0;25;Swahili;English;.;.;.;.;.\n"
            )
        );
        bench
            .Numbers("select state, rank, latitude, capital, main, absent from geo_place order by rank")
            .ShouldBe([
                [834, 1, -6.85, 2, 1, 0],
                [834, 2, -6.17, 1, 0, (long)Absence.NotApplicable << 48],
            ]);
    }

    [Fact]
    public void A_wrong_flag_is_refused_with_its_place() =>
        Should
            .Throw<DataFileException>(() => bench.Import("cepii-geodist", bench.File(Pairs + "ABW;CCK;2;0;1;0;0;0;0;0;1;1;.;.\n")))
            .Message.ShouldContain("contig");

    [SkippableFact]
    public void Both_files_can_be_placed_whole()
    {
        bench
            .Import("cepii-geodist", ImportBench.Public("gravity", "dist_cepii.csv.gz"), ImportBench.Public("gravity", "geo_cepii.csv"))
            .Import.Unplaced.ShouldBe(0);
        (bench.Count("geo_distance"), bench.Count("geo_place")).ShouldBe((50_176, 238));
        bench
            .Numbers("select contig, dist, distw from geo_distance where state1 = 643 and state2 = 156")
            .ShouldBe([
                [1, 5795.045, 5506.709],
            ]);
    }

    public void Dispose() => bench.Dispose();
}
